"""All SQL of insight. It reads tables of the groups below and writes none."""
