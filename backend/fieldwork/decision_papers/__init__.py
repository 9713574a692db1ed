"""The inspection decision as a paper: drafted, previewed, signed, compared, checked by its code."""
