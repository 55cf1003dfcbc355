"""The library on disk: read, check, save one thing back, notice other people's edits."""
