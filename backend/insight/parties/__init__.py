"""What happened to a party of the register: inspections, cases, plans, information."""
