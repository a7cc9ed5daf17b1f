"""FINDING: which words of a text name a term, which of them become links, and why."""
