-- Why: the list of officers is searched and filtered by role, post, card and account in a force of tens of thousands. Three facts of an
-- officer that stand in other tables (whether there are credentials, whether the officer leads teams, until when a card in use holds) are
-- kept beside the account by triggers, so that an index finds the few who lack something. Locks: officers, for as long as one UPDATE of
-- all rows takes, less than a second for 60,000; the tables of roles, cards and credentials for their triggers alone.
-- Rights: none anew, the application may write officers already.
ALTER TABLE officers
    ADD COLUMN enrolled boolean NOT NULL DEFAULT false,
    ADD COLUMN leads boolean NOT NULL DEFAULT false,
    ADD COLUMN card_until date;

CREATE FUNCTION officer_enrolled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE officers SET enrolled = true WHERE id = NEW.officer_id AND NOT enrolled;
    RETURN NULL;
END $$;
CREATE TRIGGER officers_enrolled AFTER INSERT ON credentials FOR EACH ROW EXECUTE FUNCTION officer_enrolled();

CREATE FUNCTION officer_leads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        UPDATE officers SET leads = true WHERE id = NEW.officer_id AND NEW.role = 'team_leader';
    ELSE
        UPDATE officers SET leads = false WHERE id = OLD.officer_id AND OLD.role = 'team_leader';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER officers_lead AFTER INSERT OR DELETE ON officer_roles FOR EACH ROW EXECUTE FUNCTION officer_leads();

-- The last day of the card that holds longest; NULL without a card that is neither suspended nor withdrawn.
CREATE FUNCTION officer_card_until() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE officers SET card_until = (
        SELECT max(expires_on) FROM inspection_cards
        WHERE officer_id = NEW.officer_id AND revoked_on IS NULL AND suspended_on IS NULL)
    WHERE id = NEW.officer_id;
    RETURN NULL;
END $$;
CREATE TRIGGER officers_card_until AFTER INSERT OR UPDATE ON inspection_cards FOR EACH ROW EXECUTE FUNCTION officer_card_until();

UPDATE officers o SET
    enrolled = EXISTS (SELECT FROM credentials c WHERE c.officer_id = o.id),
    leads = EXISTS (SELECT FROM officer_roles r WHERE r.officer_id = o.id AND r.role = 'team_leader'),
    card_until = (SELECT max(expires_on) FROM inspection_cards c
        WHERE c.officer_id = o.id AND c.revoked_on IS NULL AND c.suspended_on IS NULL);

CREATE INDEX officers_unit_1 ON officers (unit_1, username);
CREATE INDEX officers_unit_4 ON officers (unit_4, username) WHERE unit_4 IS NOT NULL;
CREATE INDEX officers_username_part ON officers USING gin (username gin_trgm_ops);
CREATE INDEX officers_disabled ON officers (username) WHERE state = 'disabled';
CREATE INDEX officers_not_enrolled ON officers (username) WHERE NOT enrolled AND state = 'active';
CREATE INDEX officers_card_until ON officers (card_until) WHERE state = 'active' AND card_until IS NOT NULL;
CREATE INDEX officers_lead_without_card ON officers ((COALESCE(card_until, DATE '0001-01-01'))) WHERE leads AND state = 'active';
CREATE INDEX officer_roles_role ON officer_roles (role, officer_id);
CREATE INDEX officer_positions_title ON officer_positions (title_vi, officer_id);
