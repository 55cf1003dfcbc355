"""What stands on a prep sheet, apart from how it looks: chosen, shortened, and worded in one language."""
