"""BYTES: the object store, the spool, pictures. Knows no officers, no records and no SQL."""
