"""The citizens' form: what comes in by it, its receipts, and how workers take it in as information."""
