"""The packaging scripts, proven as far as a machine without phone tools can."""
