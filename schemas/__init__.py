"""WORDS: structs and enums that cross a border. They import none of our other packages."""
