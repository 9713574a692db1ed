-- Why: an administrator alone makes an account and enrols it, and nobody in its unit could say that no such officer serves there.
-- The head is told and may object; the account is then shut, and let in again by two. A nullable column and one check anew.

ALTER TABLE officers ADD COLUMN objected_at timestamptz;
ALTER TABLE notices DROP CONSTRAINT notices_kind_known;
ALTER TABLE notices ADD CONSTRAINT notices_kind_known
    CHECK (kind IN ('deadline', 'ask', 'person', 'refusals', 'enrolled')) NOT VALID;
ALTER TABLE notices VALIDATE CONSTRAINT notices_kind_known;
