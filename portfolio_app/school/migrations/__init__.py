"""Schema steps of the school database, in order. No queries and no rules of the product."""
