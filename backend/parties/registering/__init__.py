"""How acts of a party are judged and folded."""
