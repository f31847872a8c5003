"""Frameworks and rubrics in the formats of others, each turned into the rows of a CASE package.

What a CASE package may hold is then read, mended and limited in one place, `rubrics.case`. A reader
here says what its format means and notes whatever has no place in CASE; it trusts nothing, and
raises nothing but `UnreadableDocument`.
"""
