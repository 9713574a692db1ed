"""What each figure means, and the signature of the legal department."""
