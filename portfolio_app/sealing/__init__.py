"""Bytes to bytes: the only home of cryptography.

No files, no network and no knowledge of records.
"""
