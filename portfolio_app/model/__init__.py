"""What a portfolio is: pure, frozen shapes and rules.

No input, output, clock or chance, and no sync: the model does not know how records travel.
"""
