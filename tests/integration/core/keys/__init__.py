"""The server's keys: replaced while everything runs, and what an old or stolen one is worth."""
