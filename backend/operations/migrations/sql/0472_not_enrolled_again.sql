-- Why: credentials that one administrator gave alone end when a power is confirmed; the list of officers still had the officer as enrolled, so
-- that no first link could be asked for. One UPDATE of a handful of rows.
CREATE FUNCTION officer_not_enrolled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE officers SET enrolled = false WHERE id = OLD.officer_id AND enrolled;
    RETURN NULL;
END $$;
CREATE TRIGGER officers_not_enrolled AFTER DELETE ON credentials FOR EACH ROW EXECUTE FUNCTION officer_not_enrolled();
UPDATE officers o SET enrolled = false WHERE enrolled AND NOT EXISTS (SELECT FROM credentials c WHERE c.officer_id = o.id);
