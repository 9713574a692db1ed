-- Why: papers of cases state the same hash of their content as papers of phones do. A new column without a default: no time at
-- all. It stays null for papers that were issued before, which bear the hash of their fields.
ALTER TABLE documents ADD COLUMN content_sha256 text;
