"""Pages of inspections: the visit, its minutes and evidence, review and rulings."""
