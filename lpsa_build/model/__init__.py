"""MEANING: the kinds of entries, and the knowledge base that they make up."""
