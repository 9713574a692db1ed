"""Papers of an inspection as PDF."""
