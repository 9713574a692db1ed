-- Why: the page of the check-up reads what is slow to count from a row that a worker writes once a minute, and learns of each node's disk, clock and
-- certificate what only a process there can see. `backup` notes where a backup was proven and how large it is. Two new tables; nobody waits.
CREATE TABLE health_notes (
    source text PRIMARY KEY CONSTRAINT health_notes_source CHECK (length(source) BETWEEN 1 AND 120),
    noted_at timestamptz NOT NULL,
    facts jsonb NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON health_notes TO hientruong_app;

-- Written by the backup's own connection, as the cluster's superuser: the application may not say that something is backed up.
CREATE TABLE backup_proofs (
    backup text PRIMARY KEY,
    through timestamptz NOT NULL,
    proven_at timestamptz NOT NULL,
    place text NOT NULL,
    machine text NOT NULL,
    size bigint NOT NULL CONSTRAINT backup_proofs_size CHECK (size >= 0),
    originals bigint NOT NULL,
    entries bigint NOT NULL
);
GRANT SELECT ON backup_proofs TO hientruong_app;
