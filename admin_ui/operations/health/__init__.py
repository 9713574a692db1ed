"""The check-up: how the installation stands, and what to do about what is not well."""
