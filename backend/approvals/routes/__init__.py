"""Routes: drafted by one officer, published by another."""
