"""Reports of a period as records: begun, filled, written, sent up or issued, corrected by others that replace them."""
