"""Passkeys: registered, used for the step-up, removed."""
