"""Definitions of reports at the desk: versions, the editor, trying a draft on an old period, publishing by two."""
