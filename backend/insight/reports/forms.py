"""On which forms a report has papers."""

REPORT = "BC-DK"
"""The report itself, laid out as Decree 30/2020/NĐ-CP has it."""
FORMS = (REPORT,)
