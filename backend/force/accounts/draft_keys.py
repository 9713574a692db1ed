"""The key under which an officer's browser keeps what was typed and not sent yet.

Drafts stay in the browser, because a server that stored each keystroke would hold sentences that nobody meant to say.
A browser at a shared desk may belong to several officers, so they are encrypted: only pages of the officer who typed
them get this key.
"""

from backend.core import keys
from backend.core.actors import Actor


def of(actor: Actor) -> bytes:
    """Return the officer's key, 32 bytes for AES-256-GCM."""
    return keys.current().derive("drafts in a browser", actor.officer_id.bytes)
