-- Why: a certificate that somebody registered while he held another's account went on signing after the officer had his account
-- back. Where credentials are set anew or end, the officer's certificates sign nothing until he registers them again, with the
-- file and its passphrase, or the token and its PIN. A nullable column; nothing is locked for long.

ALTER TABLE officer_certificates ADD COLUMN held_since timestamptz;
GRANT UPDATE (held_since, kind, sealed_p12, key_label) ON officer_certificates TO hientruong_app;
