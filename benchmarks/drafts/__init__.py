"""First drafts, measured: `python -m benchmarks.drafts` prints one table, from the same stories every time."""
