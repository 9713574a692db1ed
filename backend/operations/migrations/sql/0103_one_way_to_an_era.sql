-- Why: an era begins with a declared restore (`hientruong restored`), which says so in the ledger. A way beside it was never used.
DROP FUNCTION begin_new_era();
