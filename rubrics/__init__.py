"""Rubrics and competency frameworks as schools publish them: types, readers, our own catalogue.

Knows nothing of the app or of sync; uses the standard library only.
"""
