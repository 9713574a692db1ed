"""People, units, devices, delegations, numbers and sessions."""
