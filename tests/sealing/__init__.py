"""Sealed bytes."""
