"""The student app's screens and loopback server."""
