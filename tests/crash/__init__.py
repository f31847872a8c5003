"""Proof of the vault's promises about crashes and tampering: docs/testing-the-vault.md."""
