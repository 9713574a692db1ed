"""Notices: what the system tells officers unasked, such as what falls due or came back."""
