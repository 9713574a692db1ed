"""My work: everything whose next step is one officer's, in order of urgency."""
