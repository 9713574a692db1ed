"""The legal department signs what figures mean."""
