"""The bytes of photographs: uploads, storing in the object store, byte receipts, previews, and
every read of them."""
