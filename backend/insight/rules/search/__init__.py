"""What a text and a question are to the search: folded words, marks, ranks. Pure."""
