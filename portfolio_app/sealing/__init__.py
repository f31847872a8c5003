"""Bytes to bytes: envelopes, stretched secrets and chunked media; the one home of cryptography.

No file, clock, record or word of the product may enter: what is sealed, and where it is kept, is
for the vault and the school to know.
"""
