"""SQL of the core: the end of a transaction, servers, roles, the change feed, the access log, the register of keys."""
