"""Tables computed from the declared acts of an inspection: the states, and who may do what."""
