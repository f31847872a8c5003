"""The command line, one file per family: arguments in, words or JSON out.

No rules of the product here.
"""
