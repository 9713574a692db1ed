"""The ledger's Piccolo tables."""
