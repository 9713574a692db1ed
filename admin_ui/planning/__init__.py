"""Pages of inspection plans: the plan, its items, how far it is carried out."""
