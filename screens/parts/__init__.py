"""Pieces of the page that several screens share."""
