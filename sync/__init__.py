"""How copies of a portfolio agree.

No input, output, clock or chance, and nothing of the app may enter.
"""
