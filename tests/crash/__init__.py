"""Proof of the vault's promises about crashes, failing disks and tampering; docs/testing-the-vault.md."""
