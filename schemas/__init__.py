"""WORDS: structs and enums that cross a border, and nothing of ours beneath them."""
