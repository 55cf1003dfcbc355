"""Figures, each as a ratio beside what a user would take instead, in one run."""
