"""OTHER PROGRAMS: Python-Markdown and the site builders. Only here are they imported."""
