"""Pages for overseeing the system: exceptions, refused requests, restores."""
