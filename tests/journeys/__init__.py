"""One file per promise of the product, device and school in one process."""
