"""Rules of inspection plans: pure functions."""
