-- Why: the server had one key and no way to another: a receipt under a key that was replaced could be checked by nobody, and nothing said since
-- when one counts as stolen. The register keeps what was said of each key, signed by the key before it, for every process and for exports.
-- The application's role reads it and writes nothing in it: who takes over a web process makes no key ours. New, empty table: `up`, `migrate`
-- and `rotate-keys` fill it from the folder of keys, as the owner.

CREATE TABLE server_keys (
    key_id text NOT NULL CONSTRAINT server_keys_key_id_form CHECK (key_id ~ '^[0-9a-f]{16}$'),
    use text NOT NULL CONSTRAINT server_keys_use_known CHECK (use IN ('receipt', 'rescue', 'secrets')),
    event text NOT NULL CONSTRAINT server_keys_event_known CHECK (event IN ('made', 'retired', 'stolen')),
    public_key text NOT NULL,
    effective_at timestamptz NOT NULL,
    reason text NOT NULL,
    said_by text NOT NULL,
    signed_by text NOT NULL,
    signature text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (key_id, event, effective_at)
);

GRANT SELECT ON server_keys TO hientruong_app;

CREATE TRIGGER server_keys_append_only BEFORE UPDATE OR DELETE ON server_keys FOR EACH ROW EXECUTE FUNCTION deny_change();
CREATE TRIGGER server_keys_no_truncate BEFORE TRUNCATE ON server_keys FOR EACH STATEMENT EXECUTE FUNCTION deny_change();
ALTER TABLE server_keys ENABLE ALWAYS TRIGGER server_keys_append_only;
ALTER TABLE server_keys ENABLE ALWAYS TRIGGER server_keys_no_truncate;
