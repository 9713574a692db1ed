"""Words that every group shares: the root of all structs, ids, problems, roles, receipts."""
