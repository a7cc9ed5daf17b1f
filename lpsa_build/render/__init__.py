"""APPEARANCE: the knowledge base as pages, each a value that says what it was made from."""
