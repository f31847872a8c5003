"""Tests, in folders that mirror the rooms, and the journeys that keep the promises."""
