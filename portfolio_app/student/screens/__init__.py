"""One file per screen.

Screens see actions, state, widgets, theme and model; never the vault or the network.
"""
