"""Papers of a case from draft to record: filled, drafted, signed here or by hand, entered."""
