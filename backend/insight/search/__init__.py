"""The one search: words of records are followed from the ledger, and found in the reader's scope."""
