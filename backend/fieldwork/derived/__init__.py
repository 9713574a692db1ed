"""What follows from the declared acts of an inspection: its table of states, and who may do what."""
