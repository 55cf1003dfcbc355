"""Judged questions over the sample and invented libraries: how often the right story comes first, and how soon."""
