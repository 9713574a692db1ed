"""Pure decisions of insight: how work is ordered and which of it a filter shows."""
