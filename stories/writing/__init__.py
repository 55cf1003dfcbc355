"""Writing: what to look at again in a story before it is told."""
