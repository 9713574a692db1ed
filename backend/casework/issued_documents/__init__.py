"""Papers of a case: issued as PDF, stored, read again, and checked by anybody."""
