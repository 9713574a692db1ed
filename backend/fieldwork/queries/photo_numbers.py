"""The number by which screens, papers and packages refer to a photograph.

It is the photograph's place among all photographs of its inspection, from 1, in the order in which
the ledger recorded their announcements. Withdrawn and held photographs keep their numbers. A number
is therefore never given twice and never changes: the entry number of a later announcement is
higher.

A phone counts in the same way: first those that the server knows, then its own
(mobile_app/src/domain/inspection.ts). The number of a photograph not sent yet may still change, and
is shown so. The column photos.number is the number of the ledger entry, and is called so where it
is shown.
"""

OF_EACH = "row_number() OVER (PARTITION BY p.inspection_id ORDER BY p.number)"
"""For a query over all photographs `p` of an inspection: leaving some out changes the numbers."""

OF_ONE = "(SELECT count(*) FROM photos n WHERE n.inspection_id = p.inspection_id AND n.number <= p.number)"
"""For a query of one photograph `p`, or of a few."""
