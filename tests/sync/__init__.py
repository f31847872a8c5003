"""How copies agree."""
