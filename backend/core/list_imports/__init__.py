"""What imports of lists from files share: the upload, portions that are hashed and kept, rows that cannot come."""
