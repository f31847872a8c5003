"""The pure model."""
