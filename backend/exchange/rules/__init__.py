"""Pure decisions of the exchange."""
