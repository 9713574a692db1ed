"""What is uncertain in the law book, which reading is taken, and what the other would change."""
