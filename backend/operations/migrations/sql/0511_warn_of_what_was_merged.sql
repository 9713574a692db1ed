-- Why: of parties that are one the row that stays warns of the licences of all (docs/parties/merging.md). Rewrites the parties into which others were
-- merged: few.

WITH RECURSIVE one AS (
    SELECT s.id AS stays, s.id FROM subjects s WHERE EXISTS (SELECT FROM subjects m WHERE m.merged_into = s.id)
    UNION SELECT one.stays, s.id FROM subjects s JOIN one ON s.merged_into = one.id
), longest AS (
    -- Of each kind the licence that holds longest; null without a term (backend/parties/rules/licences.py).
    SELECT one.stays, CASE WHEN bool_or(l.valid_to IS NULL) THEN NULL ELSE max(l.valid_to) END AS ends
    FROM one JOIN party_licences l ON l.party_id = one.id AND l.ended_on IS NULL
    GROUP BY one.stays, l.kind, CASE WHEN l.kind = 'other' THEN lower(btrim(coalesce(l.title, ''))) ELSE '' END
)
UPDATE subjects s SET licence_until = n.ends
FROM (SELECT stays, min(ends) AS ends FROM longest GROUP BY stays) n
WHERE s.id = n.stays AND s.licence_until IS DISTINCT FROM n.ends;
