"""JUDGEMENT: everything there is to say about the content, and how it is reported."""
