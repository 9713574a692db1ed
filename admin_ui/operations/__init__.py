"""Pages of who watches the system: exceptions, refused requests, restores."""
