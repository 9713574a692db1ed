"""What an inspection submits for approval, and what an answer means in either record."""
