"""Rubrics and frameworks."""
