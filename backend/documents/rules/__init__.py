"""Pure decisions about forms, signatures and scans."""
