"""What stands in each act of a case, one file a family."""
