"""Work that nobody waits for: a process of its own, any number of them."""
