"""What goes to an authority outside the force, and the scan of its answer."""
