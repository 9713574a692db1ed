"""The records that an officer opened last."""
