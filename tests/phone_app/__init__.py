"""The phone app in a real Chromium, on a whole running system: what officers live through with it."""
