"""The program on a device."""
