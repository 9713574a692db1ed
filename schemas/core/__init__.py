"""What all groups share: the base of all structs, ids, problems, roles, receipts."""
