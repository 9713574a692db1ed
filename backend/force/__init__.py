"""The force and its people: units, officers, roles, sessions, devices, delegations, numbers, notices to a person."""
