"""The school server."""
