"""Real programs killed with SIGKILL at named places, on both sides; docs/testing-the-sync.md."""
