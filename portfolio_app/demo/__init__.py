"""A made-up class, identical at every run: for the demo, for tests and for benchmarks.

A package, not one module: the drawings, the words and the processes pass the wall of one file.
Everything here goes through the same actions, the same connection and the same write path as real
work does; a way round them, and anything about a real child, must not enter.
"""
