"""Pages across the groups: what waits for an officer, how the teams of a head stand, what nobody looked at."""
