"""What an inspection or a decision submits for approval, on its own page."""
