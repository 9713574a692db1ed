"""Pages of documents as such: their editor, certificates, scans."""
