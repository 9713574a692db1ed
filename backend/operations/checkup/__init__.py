"""The check-up: how an installation stands, in sentences, for the desk's page and for `doctor`."""
