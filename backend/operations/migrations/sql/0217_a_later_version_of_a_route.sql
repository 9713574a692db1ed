-- Why: a version of a route that is published for a later day leaves the present one in force until then.
ALTER TABLE approval_routes
    ADD COLUMN later jsonb,
    ADD COLUMN later_version integer,
    ADD COLUMN later_from date,
    ADD CONSTRAINT approval_routes_later CHECK ((later IS NULL) = (later_from IS NULL)
        AND (later IS NULL) = (later_version IS NULL) AND later_version > version);
