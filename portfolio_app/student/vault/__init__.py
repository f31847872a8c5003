"""A learner's sealed store: keys, records (TinyDB over a sealed log) and sealed media.

The only home of TinyDB, and the only room that writes a learner's words to disk. Nothing leaves
this room unsealed except to its caller's memory; screens, HTTP and clocks must not enter.
"""

from portfolio_app.student.vault.media import MediaStore, ReceivedMedia
from portfolio_app.student.vault.vaults import Vault, VaultCard, Vaults

__all__ = ["MediaStore", "ReceivedMedia", "Vault", "VaultCard", "Vaults"]
