"""Pages about documents themselves: the editor, certificates, scans."""
