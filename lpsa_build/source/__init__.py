"""TEXT: files, front matter with the place of every value, prose, headings, findings."""
