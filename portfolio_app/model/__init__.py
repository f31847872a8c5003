"""What a portfolio is: frozen values and pure functions, one file per idea.

Nothing here does input or output, reads a clock, invents an id, or knows how records travel.
"""
