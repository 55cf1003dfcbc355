"""What people see: one file for each menu entry."""
