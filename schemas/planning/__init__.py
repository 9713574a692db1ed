"""Words of inspection plans: kinds and states, acts, items, what pages show of them."""
