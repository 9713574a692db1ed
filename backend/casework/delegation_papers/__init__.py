"""Decisions on delegation (MQĐ34, MQĐ35, MQĐ37) as paper, to be signed by hand and then entered."""
