"""Free notes in: what is pasted becomes records."""
