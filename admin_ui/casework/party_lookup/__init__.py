"""The page on which a number is looked up over the whole force."""
