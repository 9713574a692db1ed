"""Pure parts of the ledger: hashes and trees."""
