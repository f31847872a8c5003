"""Rosters: who is in which class, as other systems write it down.

Reading is pure and keeps names, ids and memberships only; passwords, birth dates, addresses and
everything else in those files is never looked at.
"""
