"""Judged questions over the sample and five invented libraries: how often the right story comes first."""
