"""Bytes that nobody should have written, for everything in the app that reads bytes of strangers.

`mutation` changes real ones, `targets` says what reads them and which errors it may name;
`python -m tests.fuzz` looks for as long as one likes.
"""
