"""Sanctions: the fine step by step, who may decide it, and what follows if it is not paid."""
