"""Numbers that are kept, not judged; not run by default."""
