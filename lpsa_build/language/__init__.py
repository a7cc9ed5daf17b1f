"""WORDS: folding, word forms and likeness, per language."""
