"""One file per step: expand first, contract in a later release, never edited once released."""
