"""What a phone holds and is answered."""
