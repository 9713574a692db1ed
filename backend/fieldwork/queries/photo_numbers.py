"""The one number of a photograph, on every screen, paper and in every package: its place among all photographs of its
inspection, from 1, in the order in which the ledger took their announcements.

Withdrawn and held ones keep theirs, so a number is never given twice and never changes: whatever is announced later
stands behind (the number of its ledger entry only grows). A phone counts in the same way, those that the server knows
first and its own behind them (mobile_app/src/domain/inspection.ts): so a number of one that is not sent yet may still
change, and is shown so. The column photos.number is the entry's, and is called so wherever it is shown.
"""

OF_EACH = "row_number() OVER (PARTITION BY p.inspection_id ORDER BY p.number)"
"""In a query over all photographs `p` of an inspection: a condition that leaves some out would number anew."""

OF_ONE = "(SELECT count(*) FROM photos n WHERE n.inspection_id = p.inspection_id AND n.number <= p.number)"
"""Of one photograph `p`, or a few."""
