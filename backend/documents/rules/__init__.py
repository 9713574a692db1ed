"""Pure rules about forms, signatures and scans."""
