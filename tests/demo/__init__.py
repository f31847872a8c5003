"""The demo: its class, its page and its processes."""
