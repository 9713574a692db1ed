-- Why: a position, or a delegation, is not ended behind what its holder signed; which papers these are was looked for through all papers
-- and all decisions of the force, and ended by the time limit of a web request once there are millions. The counts of refused requests
-- of the last days read all that ever were. Each index locks writes of its table while it is built: some two seconds for a million rows.

CREATE INDEX documents_issued_by ON documents (issued_by, issued_on) WHERE number IS NOT NULL;
CREATE INDEX inspections_issued_by ON inspections (issued_by, issued_at);
CREATE INDEX refused_requests_at ON refused_requests (at);

-- Whose credentials, and which one-time address, rest on an ask.
CREATE INDEX credentials_field_only ON credentials (field_only_ask) WHERE field_only_ask IS NOT NULL;
CREATE INDEX enrolments_ask ON enrolments (ask_id) WHERE ask_id IS NOT NULL;
