"""Devices, school and network misbehaving by a seeded plan."""
