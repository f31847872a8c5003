"""Pages for the holder of a link: exactly what a learner shared, and nothing that was not."""
