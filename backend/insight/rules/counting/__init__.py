"""What is counted of a record: pure functions from its acts to counted events.

The acts are read in order and folded as everywhere; each event has the number of the act that it rests on, so every
figure
leads back to acts. Nothing here reads a clock, a table or a setting: the same acts give the same events for ever.
"""
