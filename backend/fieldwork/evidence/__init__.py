"""Photographs' bytes: uploads, the way into the object store, byte receipts, previews and every
read of them."""
