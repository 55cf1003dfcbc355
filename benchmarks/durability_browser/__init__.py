"""What could be lost or let out in a real browser: rows of the same table as benchmarks/durability."""
