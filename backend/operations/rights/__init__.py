"""Which role may make which act, for the desk."""
