"""The documents of a case: drafted, made ready, issued as PDF, delivered."""
