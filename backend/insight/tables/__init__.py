"""Tables of insight: counted events and their sums. All follow from the ledger and can be made anew."""
