"""What one reader has seen of a submission, and the remarks that wait to be sent."""
