"""The bytes of photographs: uploads, the object store, byte receipts, previews, and every read."""
