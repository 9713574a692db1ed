"""Papers of a case from draft to record: the world gathered, drafts kept, signed here or by hand, their act entered."""
