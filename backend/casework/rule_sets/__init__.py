"""Moving a case to a newer rule set."""
