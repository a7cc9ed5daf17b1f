"""CHARTS: values in, one small SVG out; one file for each kind.

Colors, dashes and sizes of letters are in the style sheet (``theme/assets/lpsa.css``, "Charts"), so
that a chart follows dark mode and print and needs no inline style. No element has an id: many
charts may stand on one page.
"""
