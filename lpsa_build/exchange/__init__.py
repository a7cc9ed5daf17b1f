"""EXCHANGE: the knowledge base in the formats of other programs, one file per format."""
