"""SQL of the core: end of a transaction, servers, roles, change feed, access log, register of keys."""
