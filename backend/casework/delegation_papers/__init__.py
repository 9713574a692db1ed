"""Decisions on delegation (MQĐ34 to MQĐ37) as paper, to be signed by hand and then entered."""
