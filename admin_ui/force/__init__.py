"""Pages of the force: accounts, people, devices, units, delegations, numbers, notices."""
