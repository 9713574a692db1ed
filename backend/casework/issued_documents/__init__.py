"""Papers of a case: made ready, issued as PDF, stored, checked by anybody."""
