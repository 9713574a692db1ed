"""The way from the proposal to the decision and its changes, as a part of other pages."""
