"""How copies of a portfolio agree: pure, without input, output, clock or randomness.

Both the device and the school server import this package; what each sends is defined here once
(`wire`). Nothing here knows what a portfolio is: kinds and fields are names, values are JSON, and
the merge rule travels with each change. Time and fresh ids are arguments.
"""
