"""The one door through which everything that happens is written, and what proves it later."""
