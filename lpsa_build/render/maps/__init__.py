"""MAPS: terms and how they relate in, one small SVG out; one file for each kind.

Every term is a link, so that a keyboard reaches it. Colors, dashes and letters are in the style
sheet ("Maps"), and no element has an id, as in :mod:`lpsa_build.render.charts`.
"""
