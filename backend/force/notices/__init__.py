"""What the system tells a person without being asked: what falls due, what came back."""
