"""What starts and watches, without starting anything."""
