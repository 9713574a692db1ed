"""What every group stands on: database, clock, errors, scope, keys, settings, stores. Knows nothing of the trade."""
