"""SQL of the ledger: entries, the queue of the sealer, checkpoints, restores."""
