-- Why: who asks for what is not his is seen by who audits: officer, address and code of each refused request, without any content. A new
-- table; nothing is locked.

CREATE TABLE refused_requests (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    officer_id uuid NOT NULL,                    -- no foreign key: a row stands by itself, as in access_log
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,   -- his, then
    session_id uuid,
    face text NOT NULL,
    method text NOT NULL,
    route text NOT NULL,                         -- the address without its ids; empty of a row that only counts
    target uuid,                                 -- the thing that the address names
    status smallint NOT NULL,
    code text NOT NULL,                          -- why; stable
    address inet,
    times integer NOT NULL CONSTRAINT refused_requests_at_least_once CHECK (times > 0)
);
CREATE INDEX refused_requests_officer ON refused_requests (officer_id, at);
CREATE INDEX refused_requests_unit_1 ON refused_requests (unit_1, id);
CREATE INDEX refused_requests_unit_2 ON refused_requests (unit_2, id);
CREATE INDEX refused_requests_unit_3 ON refused_requests (unit_3, id);

-- Append-only: SELECT, and INSERT by column, so that neither its number nor its time can be forged.
GRANT SELECT ON refused_requests TO hientruong_app;
GRANT INSERT (officer_id, unit_1, unit_2, unit_3, unit_4, session_id, face, method, route, target, status, code, address, times)
    ON refused_requests TO hientruong_app;
CREATE TRIGGER refused_requests_append_only BEFORE UPDATE OR DELETE ON refused_requests FOR EACH ROW EXECUTE FUNCTION deny_change();
CREATE TRIGGER refused_requests_no_truncate BEFORE TRUNCATE ON refused_requests FOR EACH STATEMENT EXECUTE FUNCTION deny_change();
ALTER TABLE refused_requests ENABLE ALWAYS TRIGGER refused_requests_append_only;
ALTER TABLE refused_requests ENABLE ALWAYS TRIGGER refused_requests_no_truncate;
