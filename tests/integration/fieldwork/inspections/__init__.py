"""What a team may do with its inspection, through the one door on the real database."""
