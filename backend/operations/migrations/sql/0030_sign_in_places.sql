-- Why: wrong tries from elsewhere locked an owner out of the desk and the phone that he uses every day. Where he signed in
-- before has a count of its own. Filled from the sign-ins of half a year: seconds for a million; a column with a
-- constant default on a small table. The previous version goes on counting everything under ''.

CREATE TABLE sign_in_places (
    officer_id uuid NOT NULL REFERENCES officers,
    place text NOT NULL,                         -- 'ip:' and an IPv4 address or an IPv6 /64, or 'device:' and its id
    last_at timestamptz NOT NULL,
    PRIMARY KEY (officer_id, place)
);
CREATE INDEX sign_in_places_last ON sign_in_places (last_at);
GRANT SELECT, INSERT, UPDATE (last_at), DELETE ON sign_in_places TO hientruong_app;

INSERT INTO sign_in_places (officer_id, place, last_at)
SELECT officer_id, 'device:' || device_id, max(created_at) FROM mobile_sessions
WHERE created_at > now() - interval '180 days' GROUP BY 1, 2;

INSERT INTO sign_in_places (officer_id, place, last_at)
SELECT officer_id,
    'ip:' || CASE family(address) WHEN 6 THEN host(network(set_masklen(address, 64))) ELSE host(address) END,
    max(created_at)
FROM desk_sessions
WHERE created_at > now() - interval '180 days' AND address <> '0.0.0.0' GROUP BY 1, 2;

ALTER TABLE sign_in_failures ADD COLUMN place text NOT NULL DEFAULT '';   -- '' is anywhere that the officer never used
