"""About the system: version, state, whom to call."""
