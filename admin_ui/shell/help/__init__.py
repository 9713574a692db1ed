"""Help: the first steps of each role, the keys, whom to call."""
