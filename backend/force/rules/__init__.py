"""Pure decisions about units, people, credentials, delegations and numbers."""
