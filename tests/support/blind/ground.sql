-- What all questions of this folder stand on: acts as JSON, whose record it was, where a unit's work is on a day.
--
-- These questions were written from docs/insight/figures.md, the law and the acts' schemas alone, by somebody who had
-- not seen how the product counts. They read the ledger and the tables of units, nothing else. Temporary tables, so a
-- session that may not create them cannot ask.
--
-- Parameters of every question: $1 the unit, with all below it; $2 the first and $3 the last day; $4 'then' or 'today'.

-- Today in Vietnam, as whoever asks knows it.
CREATE TEMP TABLE clock AS SELECT current_setting('blind.today')::date AS today;

-- Acts that took effect: what was quarantined counts once it is admitted (evidence.admitted), from the act's own day.
CREATE TEMP TABLE told AS
SELECT e.record_id, e.number, e.record_kind, e.act_id, e.act_type, e.officer_id, e.made_at, e.received_at,
       (e.received_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS entered_on, e.act::jsonb -> 'content' AS content,
       e.act::jsonb ->> 'clock_off_s' AS clock_off_s
  FROM ledger_entries e
 WHERE e.quarantine IS NULL
    OR EXISTS (SELECT FROM ledger_entries a
                WHERE a.record_id = e.record_id AND a.act_type = 'evidence.admitted'
                  AND a.act::jsonb #>> '{content,act}' = e.act_id::text);
CREATE INDEX ON told (act_type);
CREATE INDEX ON told (record_id, number);

-- The unit of a record: a case's is that of its opening, an inspection's that of its decision, an information's that of
-- the register in which it stands, and the whole force if it is about an officer, whenever that came out ("counted for
-- the whole force alone").
CREATE TEMP TABLE whose AS
SELECT DISTINCT ON (t.record_id) t.record_id,
       CASE WHEN EXISTS (SELECT FROM told o
                          WHERE o.record_id = t.record_id AND o.record_kind = 'information'
                            AND (o.content -> 'of_unnamed_officer' = 'true'
                                 OR jsonb_typeof(o.content -> 'named_officers') = 'array'
                                    AND jsonb_array_length(o.content -> 'named_officers') > 0))
            THEN (SELECT id FROM units WHERE parent_id IS NULL AND valid_to IS NULL)
            ELSE coalesce(t.content #>> '{opening,unit_id}', t.content ->> 'unit_id')::uuid END AS unit_id
  FROM told t
 WHERE (t.record_kind = 'case' AND t.content -> 'opening' ->> 'unit_id' IS NOT NULL)
    OR t.act_type IN ('decision.issued', 'intake.registered', 'intake.classified')
 ORDER BY t.record_id, CASE WHEN t.record_kind = 'information' THEN -t.number ELSE t.number END;
CREATE INDEX ON whose (record_id);

-- "Unit. The unit whose record it was on that day; when a unit is closed, from that day on its successor." A row a
-- stretch of days: the work of `origin` is at `place` from `since` until the day before `until`. `valid_to` is the
-- first day on which a unit is no longer in force. Its successor may be closed in turn, even on an earlier day: then
-- its stretch is empty. A unit without a successor keeps its work. Who comes twice in a chain ends it.
CREATE TEMP TABLE stretches AS
WITH RECURSIVE chain (origin, place, since, until, passed) AS (
    SELECT id, id, '-infinity'::date,
           CASE WHEN successor_id IS NULL THEN 'infinity'::date ELSE coalesce(valid_to, 'infinity') END, ARRAY[id]
      FROM units
     UNION ALL
    SELECT c.origin, s.id, c.until,
           CASE WHEN s.successor_id IS NULL OR s.successor_id = ANY (c.passed) THEN 'infinity'::date
                ELSE greatest(c.until, coalesce(s.valid_to, 'infinity')) END, c.passed || s.id
      FROM chain c JOIN units u ON u.id = c.place JOIN units s ON s.id = u.successor_id
     WHERE c.until < 'infinity' AND s.id <> ALL (c.passed)
)
SELECT c.origin, c.place, c.since, c.until,
       coalesce((SELECT ARRAY[f.unit_1, f.unit_2, f.unit_3, f.unit_4] FROM former_paths f
                  WHERE f.unit_id = c.place AND f.until > c.since ORDER BY f.id LIMIT 1),
                ARRAY[u.unit_1, u.unit_2, u.unit_3, u.unit_4]) AS path  -- where it lay then: its row says where today
  FROM chain c JOIN units u ON u.id = c.place WHERE c.since < c.until;
CREATE INDEX ON stretches (origin);

-- Two readings: 'then' asks where the work was on the figure's day, 'today' where it is today.
CREATE FUNCTION pg_temp.within(origin uuid, day date, asked uuid, reading text) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM stretches s
         WHERE s.origin = $1 AND $3 = ANY (s.path)
           AND CASE $4 WHEN 'today' THEN (SELECT today FROM clock) ELSE $2 END >= s.since
           AND CASE $4 WHEN 'today' THEN (SELECT today FROM clock) ELSE $2 END < s.until)
$$;

-- The day that a paper names, by the case and the paper's id.
CREATE TEMP TABLE papers AS
SELECT DISTINCT ON (record_id, document_id) record_id, document_id, issued_on FROM (
    SELECT record_id, number, (content ->> 'document_id')::uuid AS document_id,
           (content ->> 'issued_on')::date AS issued_on
      FROM told WHERE act_type IN ('document.issued', 'document.printed', 'document.adopted')
) p ORDER BY record_id, document_id, number DESC;
CREATE INDEX ON papers (record_id, document_id);

-- Sanction decisions: with minutes, on the spot, and those of chairs that are executed here.
CREATE TEMP TABLE decisions AS
SELECT t.record_id, t.number, w.unit_id, t.act_type, (t.content ->> 'document_id')::uuid AS document_id,
       (t.content ->> 'decided_on')::date AS day, (t.content ->> 'total')::bigint AS total, t.content
  FROM told t JOIN whose w USING (record_id)
 WHERE t.act_type IN ('sanction.imposed', 'sanction.imposed_on_spot')
    OR (t.act_type = 'chair.decided' AND t.content ->> 'outcome' = 'sanction');

-- Decisions that were cancelled whole: by the force, or by a chair, who names none: then the one before it.
CREATE TEMP TABLE annulled AS
SELECT d.record_id, d.document_id FROM decisions d
 WHERE EXISTS (
    SELECT FROM told t WHERE t.record_id = d.record_id AND t.number > d.number
       AND (t.act_type IN ('decision.annulled', 'document.cancelled')
            AND t.content ->> 'document_id' = d.document_id::text
         OR t.act_type = 'chair.changed' AND t.content ->> 'change' = 'annulled'
            AND NOT EXISTS (SELECT FROM decisions o
                             WHERE o.record_id = d.record_id AND o.number > d.number AND o.number < t.number)));

-- Every payment and refund.
CREATE TEMP TABLE money AS
SELECT t.record_id, t.number, w.unit_id, coalesce(t.content ->> 'kind', 'refund') AS kind,
       coalesce(t.content ->> 'paid_on', t.content ->> 'refunded_on')::date AS day,
       CASE t.act_type WHEN 'fine.refunded' THEN -1 ELSE 1 END * (t.content ->> 'amount')::bigint AS amount
  FROM told t JOIN whose w USING (record_id) WHERE t.act_type IN ('payment.received', 'fine.refunded');

-- By how much fines changed after their decision. A walk through what touches a case's fine, in the order of its acts:
-- `decided` is the sum of the decision as last amended, `amended` what amended it, `reduced` what was reduced by which
-- paper, `stopped` what a death or dissolution ended, `paid` the fine paid less what was refunded.
CREATE TEMP TABLE changes AS
WITH RECURSIVE step AS (
    SELECT t.record_id, w.unit_id, t.act_type, t.content, t.number,
           row_number() OVER (PARTITION BY t.record_id ORDER BY t.number) AS n
      FROM told t JOIN whose w USING (record_id)
     WHERE t.act_type IN ('sanction.imposed', 'sanction.imposed_on_spot', 'payment.received', 'fine.refunded',
                          'fine.reduced', 'execution.partial', 'decision.annulled', 'document.cancelled',
                          'document.amended', 'chair.changed')
        OR (t.act_type = 'chair.decided' AND t.content ->> 'outcome' = 'sanction')
), walk AS (
    SELECT record_id, 0::bigint AS n, NULL::text AS decision, 0::bigint AS first, '[]'::jsonb AS amended,
           '[]'::jsonb AS reduced, 0::bigint AS stopped, NULL::date AS stopped_on, 0::bigint AS paid, 0::bigint AS fine, 0::bigint AS delta,
           NULL::date AS day
      FROM (SELECT DISTINCT record_id FROM step) s
     UNION ALL
    SELECT w.record_id, s.n, k.decision, k.first, k.amended, k.reduced, k.stopped,
           coalesce((s.content ->> 'on')::date, w.stopped_on), k.paid, f.fine,
           CASE WHEN k.new THEN 0 ELSE f.fine - w.fine END,
           -- Of a death or a dissolution it is the day on the paper about that: the fine ends with it (Law Art 75). A
           -- payment from before, entered afterwards, says that less had been left to end.
           coalesce((s.content ->> 'on')::date,
                    (SELECT p.issued_on FROM papers p
                      WHERE p.record_id = w.record_id
                        AND p.document_id::text = CASE s.act_type WHEN 'fine.reduced' THEN s.content ->> 'document_id'
                                                                  ELSE s.content ->> 'by' END),
                    CASE s.act_type WHEN 'payment.received' THEN w.stopped_on
                                    ELSE (s.content ->> 'decided_on')::date END)
      FROM walk w JOIN step s ON s.record_id = w.record_id AND s.n = w.n + 1
     CROSS JOIN LATERAL (SELECT
        s.act_type IN ('sanction.imposed', 'sanction.imposed_on_spot', 'chair.decided') AS new,
        s.act_type = 'decision.annulled' AND s.content ->> 'document_id' = w.decision
            OR s.act_type = 'document.cancelled' AND s.content ->> 'document_id' = w.decision
            OR s.act_type = 'chair.changed' AND s.content ->> 'change' = 'annulled' AS gone,
        s.act_type = 'document.amended' AND s.content ->> 'document_id' = w.decision AND s.content ->> 'total' IS NOT NULL
            OR s.act_type = 'chair.changed' AND s.content ->> 'change' IN ('amended', 'corrected')
               AND s.content ->> 'total' IS NOT NULL AS amends,
        s.act_type = 'fine.reduced' OR s.act_type = 'chair.changed' AND s.content ->> 'change' = 'reduced' AS reduces,
        s.act_type = 'execution.partial' OR s.act_type = 'chair.changed' AND s.content ->> 'change' = 'partial' AS stops
     ) a
     CROSS JOIN LATERAL (SELECT a.new,
        CASE WHEN a.new THEN s.content ->> 'document_id' WHEN a.gone THEN NULL ELSE w.decision END AS decision,
        CASE WHEN a.new THEN (s.content ->> 'total')::bigint WHEN a.gone THEN 0 ELSE w.first END AS first,
        CASE WHEN a.new OR a.gone THEN '[]'::jsonb
             WHEN a.amends THEN w.amended || jsonb_build_array(jsonb_build_object(
                  'by', coalesce(s.content ->> 'by', s.content ->> 'document_id'), 'total', s.content -> 'total'))
             WHEN s.act_type = 'document.cancelled' AND s.content -> 'amendment_ends' = 'true'
             THEN (SELECT coalesce(jsonb_agg(x ORDER BY i), '[]') FROM jsonb_array_elements(w.amended) WITH ORDINALITY e (x, i)
                    WHERE x ->> 'by' <> s.content ->> 'document_id')
             ELSE w.amended END AS amended,
        CASE WHEN a.new OR a.gone THEN '[]'::jsonb
             WHEN a.reduces THEN w.reduced || jsonb_build_array(jsonb_build_object(
                  'by', s.content ->> 'document_id', 'amount', s.content -> 'by'))
             WHEN s.act_type = 'document.cancelled' AND s.content -> 'with_effects' = 'true'
             THEN (SELECT coalesce(jsonb_agg(x ORDER BY i), '[]') FROM jsonb_array_elements(w.reduced) WITH ORDINALITY e (x, i)
                    WHERE x ->> 'by' <> s.content ->> 'document_id')
             ELSE w.reduced END AS reduced,
        CASE WHEN a.new OR a.gone THEN 0
             WHEN a.stops THEN w.stopped + greatest(0, w.fine - w.paid)
             WHEN s.act_type = 'payment.received' AND s.content ->> 'kind' = 'fine'
             THEN w.stopped - least(w.stopped, greatest(0, w.paid + (s.content ->> 'amount')::bigint - w.fine))
             ELSE w.stopped END AS stopped,
        w.paid + CASE WHEN s.act_type = 'payment.received' AND s.content ->> 'kind' = 'fine'
                      THEN (s.content ->> 'amount')::bigint
                      WHEN s.act_type = 'fine.refunded' THEN -(s.content ->> 'amount')::bigint ELSE 0 END AS paid
     ) k
     CROSS JOIN LATERAL (SELECT greatest(0, coalesce((k.amended -> -1 ->> 'total')::bigint, k.first) - k.stopped
        - (SELECT coalesce(sum((x ->> 'amount')::bigint), 0)::bigint FROM jsonb_array_elements(k.reduced) x)) AS fine) f
)
SELECT k.record_id, w.unit_id, k.day, k.delta FROM walk k JOIN whose w USING (record_id) WHERE k.delta <> 0;

-- Fines that lapsed: what was unpaid of them, on the day on which the time was over. What was paid before and is entered
-- later is known by now.
CREATE TEMP TABLE lapsed AS
SELECT t.record_id, w.unit_id, (t.content ->> 'lapsed_on')::date AS day,
       greatest(0, (SELECT coalesce(sum(d.total), 0) FROM decisions d WHERE d.record_id = t.record_id)
                 + (SELECT coalesce(sum(c.delta), 0) FROM changes c WHERE c.record_id = t.record_id)
                 - (SELECT coalesce(sum(m.amount), 0) FROM money m
                     WHERE m.record_id = t.record_id AND m.kind IN ('fine', 'refund')))::bigint AS amount
  FROM told t JOIN whose w USING (record_id) WHERE t.act_type = 'execution.lapsed';

-- Sale money on deposit: what goods brought that were sold as perishable. On the day of the first decision that
-- confiscates anything, the part of each sale leaves it whose goods it confiscates, by their stated values.
CREATE TEMP TABLE deposits AS
WITH sales AS (
    SELECT t.record_id, w.unit_id, t.number, (t.content ->> 'on')::date AS day, x.id,
           (t.content ->> 'proceeds')::bigint AS proceeds,
           (SELECT (g ->> 'value')::bigint FROM told s, jsonb_array_elements(s.content -> 'exhibits') g
             WHERE s.record_id = t.record_id AND s.act_type = 'exhibits.seized' AND g ->> 'exhibit_id' = x.id) AS value
      FROM told t JOIN whose w USING (record_id), jsonb_array_elements_text(t.content -> 'exhibits') x (id)
     WHERE t.act_type = 'exhibits.disposed' AND t.content ->> 'disposition' = 'sold_early'
), taking AS (
    SELECT DISTINCT ON (t.record_id) t.record_id, (t.content ->> 'decided_on')::date AS day,
           t.content -> 'confiscated' AS goods
      FROM told t
     WHERE t.act_type IN ('sanction.imposed', 'sanction.imposed_on_spot', 'remedy.ordered', 'chair.decided')
       AND jsonb_typeof(t.content -> 'confiscated') = 'array' AND t.content -> 'confiscated' <> '[]'
     ORDER BY t.record_id, t.number
)
SELECT record_id, (array_agg(unit_id))[1] AS unit_id, min(day) AS day, max(proceeds)::bigint AS amount
  FROM sales GROUP BY record_id, number
UNION ALL
SELECT s.record_id, (array_agg(s.unit_id))[1], max(k.day),
       floor(max(s.proceeds) * coalesce(sum(s.value) FILTER (WHERE NOT k.goods ? s.id), 0) / sum(s.value))::bigint
       - max(s.proceeds)::bigint
  FROM sales s JOIN taking k USING (record_id) GROUP BY s.record_id, s.number;

-- What goods were worth when something was decided or done about them. A walk through the acts on a case's goods:
-- `held` maps each row to its quantity and its value. A part of a divided row takes its share of the value, rounded
-- down, and the rest stays with the row.
CREATE TEMP TABLE goods AS
WITH RECURSIVE step AS (
    SELECT t.record_id, t.act_type, t.content, row_number() OVER (PARTITION BY t.record_id ORDER BY t.number) AS n
      FROM told t
     WHERE t.record_kind = 'case'
       AND t.act_type IN ('exhibits.seized', 'exhibits.divided', 'sanction.imposed', 'sanction.imposed_on_spot',
                          'remedy.ordered', 'chair.decided', 'document.amended', 'chair.changed', 'exhibits.disposed',
                          'exhibits.destroyed')
), walk AS (
    SELECT record_id, 0::bigint AS n, NULL::text AS act_type, NULL::jsonb AS content, '{}'::jsonb AS held,
           '[]'::jsonb AS taken
      FROM (SELECT DISTINCT record_id FROM step) s
     UNION ALL
    SELECT w.record_id, s.n, s.act_type, s.content,
           CASE s.act_type
             WHEN 'exhibits.seized' THEN w.held || (
                SELECT jsonb_object_agg(x ->> 'exhibit_id', jsonb_build_object('q', x -> 'quantity', 'v', x -> 'value'))
                  FROM jsonb_array_elements(s.content -> 'exhibits') x)
             WHEN 'exhibits.divided' THEN (
                SELECT w.held
                    || jsonb_build_object(s.content ->> 'part_id', jsonb_build_object('q', d.part, 'v', d.worth))
                    || jsonb_build_object(d.id, jsonb_build_object('q', d.held - d.part, 'v', d.value - d.worth))
                  FROM (SELECT o.*, floor(o.value * o.part / o.held)::bigint AS worth FROM (
                        SELECT s.content -> 'exhibits' ->> 0 AS id,
                               replace(s.content ->> 'quantity', ',', '.')::numeric AS part,
                               replace(w.held -> (s.content -> 'exhibits' ->> 0) ->> 'q', ',', '.')::numeric AS held,
                               (w.held -> (s.content -> 'exhibits' ->> 0) ->> 'v')::bigint AS value) o) d)
             ELSE w.held END,
           -- What the decision in force confiscates: an amendment names all of it anew.
           CASE WHEN s.act_type IN ('sanction.imposed', 'sanction.imposed_on_spot', 'chair.decided', 'remedy.ordered')
                THEN s.content -> 'confiscated'
                WHEN s.act_type IN ('document.amended', 'chair.changed')
                     AND jsonb_typeof(s.content -> 'confiscated') = 'array' THEN s.content -> 'confiscated'
                ELSE w.taken END
      FROM walk w JOIN step s ON s.record_id = w.record_id AND s.n = w.n + 1
), before AS (
    SELECT k.*, lag(k.taken) OVER (PARTITION BY k.record_id ORDER BY k.n) AS taken_before FROM walk k
)
SELECT b.record_id, w.unit_id, b.act_type, b.content ->> 'disposition' AS disposition, g.id AS exhibit_id,
       (b.held -> g.id ->> 'v')::bigint AS value,
       coalesce((b.content ->> 'decided_on')::date, (b.content ->> 'on')::date, (b.content ->> 'destroyed_on')::date,
                (SELECT p.issued_on FROM papers p
                  WHERE p.record_id = b.record_id AND p.document_id::text = b.content ->> 'by')) AS day
  FROM before b JOIN whose w USING (record_id)
 CROSS JOIN LATERAL (
    SELECT id FROM jsonb_array_elements_text(
        CASE WHEN b.act_type IN ('sanction.imposed', 'sanction.imposed_on_spot', 'chair.decided', 'remedy.ordered')
             THEN b.content -> 'confiscated'
             WHEN b.act_type IN ('exhibits.disposed', 'exhibits.destroyed') THEN b.content -> 'exhibits'
             WHEN b.act_type IN ('document.amended', 'chair.changed')
                  AND jsonb_typeof(b.content -> 'confiscated') = 'array'
             -- Only what the amendment adds: what it drops was confiscated in its period all the same.
             THEN (SELECT coalesce(jsonb_agg(x), '[]') FROM jsonb_array_elements(b.content -> 'confiscated') x
                    WHERE NOT coalesce(b.taken_before, '[]') @> jsonb_build_array(x))
             ELSE '[]' END) id) g;

-- Which cases wait for a decision: +1 on the day on which one begins to wait, -1 when it does no more.
CREATE TEMP TABLE waits AS
WITH RECURSIVE step AS (
    SELECT t.record_id, t.act_type, t.content, t.entered_on,
           row_number() OVER (PARTITION BY t.record_id ORDER BY t.number) AS n
      FROM told t
     WHERE t.record_kind = 'case'
       AND t.act_type IN ('violation.recorded', 'file.received', 'sanction.imposed', 'sanction.imposed_on_spot',
                          'remedy.ordered', 'sanction.declined', 'chair.decided', 'chair.changed', 'case.transferred',
                          'crime.referred', 'crime.declined', 'case.closed', 'decision.annulled', 'decision.due_again')
), walk AS (
    SELECT record_id, 0::bigint AS n, false AS detected, false AS decided, false AS waiting, 0 AS delta, NULL::date AS day
      FROM (SELECT DISTINCT record_id FROM step) s
     UNION ALL
    SELECT w.record_id, s.n, k.detected, k.decided, k.waiting, k.waiting::int - w.waiting::int,
           CASE s.act_type
             WHEN 'violation.recorded' THEN ((s.content ->> 'recorded_at')::timestamptz AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
             WHEN 'decision.due_again' THEN ((s.content ->> 'recorded_at')::timestamptz AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
             WHEN 'file.received' THEN (s.content ->> 'received_on')::date
             WHEN 'crime.referred' THEN coalesce((s.content ->> 'handed_on')::date, s.entered_on)
             WHEN 'crime.declined' THEN (s.content ->> 'returned_on')::date
             ELSE coalesce((s.content ->> 'decided_on')::date, s.entered_on) END
      FROM walk w JOIN step s ON s.record_id = w.record_id AND s.n = w.n + 1
     CROSS JOIN LATERAL (SELECT
        w.detected OR s.act_type IN ('violation.recorded', 'file.received', 'sanction.imposed_on_spot') AS detected,
        CASE WHEN s.act_type IN ('sanction.imposed', 'sanction.imposed_on_spot', 'remedy.ordered')
               OR s.act_type = 'chair.decided' AND s.content ->> 'outcome' IN ('sanction', 'remedies') THEN true
             WHEN s.act_type = 'decision.annulled' OR s.act_type = 'chair.changed' AND s.content ->> 'change' = 'annulled'
             THEN false ELSE w.decided END AS decided,
        CASE WHEN s.act_type IN ('violation.recorded', 'file.received') THEN NOT w.decided
             WHEN s.act_type = 'decision.due_again' THEN true
             WHEN s.act_type = 'crime.declined' THEN w.waiting OR (w.detected AND NOT w.decided)
             WHEN s.act_type IN ('sanction.imposed', 'sanction.imposed_on_spot', 'remedy.ordered', 'sanction.declined',
                                 'case.transferred', 'case.closed', 'decision.annulled') THEN false
             WHEN s.act_type = 'chair.decided' THEN s.content ->> 'outcome' = 'returned'
             WHEN s.act_type = 'crime.referred' THEN w.waiting AND jsonb_typeof(s.content -> 'part') = 'array'
             ELSE w.waiting END AS waiting) k
)
SELECT k.record_id, w.unit_id, k.day, k.delta FROM walk k JOIN whose w USING (record_id) WHERE k.delta <> 0;
