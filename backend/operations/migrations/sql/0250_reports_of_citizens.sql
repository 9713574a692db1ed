-- What citizens send by the public form, sealed, until a worker takes it in; and the five functions that are all the
-- role of that form may call. It may use no table, and not the schema public: docs/intake/public-form.md.
CREATE TABLE public_inbox (
    id uuid PRIMARY KEY,
    receipt_hash bytea NOT NULL CONSTRAINT public_inbox_receipt_length CHECK (octet_length(receipt_hash) = 32),
    sealed bytea CONSTRAINT public_inbox_sealed_size CHECK (octet_length(sealed) BETWEEN 1 AND 262144),
    photographs smallint NOT NULL CONSTRAINT public_inbox_photographs_number CHECK (photographs BETWEEN 0 AND 5),
    received_at timestamptz NOT NULL DEFAULT now(),
    taken_at timestamptz,
    tries smallint NOT NULL DEFAULT 0,
    try_again_at timestamptz NOT NULL DEFAULT now(),
    information_id uuid,
    told text NOT NULL DEFAULT 'received' CONSTRAINT public_inbox_told_known CHECK (told IN
        ('received', 'verifying', 'result_sent', 'forwarded', 'no_violation', 'concluded', 'withdrawn')),
    withdrawal_asked_at timestamptz,
    withdrawn_at timestamptz,
    CONSTRAINT public_inbox_sealed_until_taken CHECK ((sealed IS NULL) = (taken_at IS NOT NULL)),
    CONSTRAINT public_inbox_taken_as_information CHECK ((information_id IS NULL) = (taken_at IS NULL))
);
CREATE UNIQUE INDEX public_inbox_receipt ON public_inbox (receipt_hash);
CREATE UNIQUE INDEX public_inbox_information ON public_inbox (information_id) WHERE information_id IS NOT NULL;
CREATE INDEX public_inbox_waiting ON public_inbox (try_again_at) WHERE taken_at IS NULL;
CREATE INDEX public_inbox_withdrawals ON public_inbox (withdrawal_asked_at)
    WHERE withdrawal_asked_at IS NOT NULL AND withdrawn_at IS NULL;

CREATE TABLE public_inbox_photographs (
    inbox_id uuid NOT NULL REFERENCES public_inbox,
    position smallint NOT NULL CONSTRAINT public_inbox_photographs_position CHECK (position BETWEEN 1 AND 5),
    sealed bytea NOT NULL CONSTRAINT public_inbox_photographs_size
        CHECK (octet_length(sealed) BETWEEN 1 AND 11000000),
    PRIMARY KEY (inbox_id, position)
);
ALTER TABLE public_inbox_photographs ALTER COLUMN sealed SET STORAGE EXTERNAL; -- cipher text does not shrink

GRANT SELECT, UPDATE (sealed, taken_at, tries, try_again_at, information_id, told, withdrawn_at) ON public_inbox
    TO hientruong_app;
GRANT SELECT, DELETE ON public_inbox_photographs TO hientruong_app;

CREATE SCHEMA public_form;
REVOKE ALL ON SCHEMA public_form FROM PUBLIC;
GRANT USAGE ON SCHEMA public_form TO hientruong_public;

-- How often an address, or all together, may use the form. Not logged: lost with a crash, which costs nobody anything.
CREATE UNLOGGED TABLE public_form_turns (
    place bytea PRIMARY KEY,
    tokens double precision NOT NULL,
    at timestamptz NOT NULL,
    full_at timestamptz NOT NULL
);
CREATE INDEX public_form_turns_full ON public_form_turns (full_at);
GRANT SELECT, DELETE ON public_form_turns TO hientruong_app;

-- Takes one of a place's turns, as the check of papers does (0120); false if none is left.
CREATE FUNCTION public_form.take_turn(of_place bytea, burst float8, per_second float8) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH taken AS (
        INSERT INTO public.public_form_turns AS p (place, tokens, at, full_at)
        VALUES (of_place, burst - 1, clock_timestamp(), clock_timestamp() + make_interval(secs => burst / per_second))
        ON CONFLICT (place) DO UPDATE SET
            tokens = least(burst, p.tokens + extract(epoch FROM clock_timestamp() - p.at) * per_second) - 1,
            at = clock_timestamp(), full_at = excluded.full_at
        WHERE least(burst, p.tokens + extract(epoch FROM clock_timestamp() - p.at) * per_second) >= 1
        RETURNING 1
    )
    SELECT EXISTS (SELECT FROM taken)
$$;

-- Puts a report into the inbox: 'kept', 'known' if it is there already, 'full' if too much waits to be taken in.
CREATE FUNCTION public_form.put_report(of_id uuid, of_receipt bytea, of_sealed bytea, of_photographs smallint)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM public.public_inbox WHERE id = of_id) THEN
        RETURN 'known';
    END IF;
    IF (SELECT count(*) FROM public.public_inbox WHERE taken_at IS NULL) >= 2000
        OR (SELECT count(*) FROM public.public_inbox_photographs) >= 1000
    THEN
        RETURN 'full';
    END IF;
    INSERT INTO public.public_inbox (id, receipt_hash, sealed, photographs)
        VALUES (of_id, of_receipt, of_sealed, of_photographs) ON CONFLICT (id) DO NOTHING;
    RETURN CASE WHEN FOUND THEN 'kept' ELSE 'known' END;
END $$;

-- Adds a photograph to a report of the same transaction. A report that is there already gets none.
CREATE FUNCTION public_form.put_photograph(of_id uuid, at_position smallint, of_sealed bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO public.public_inbox_photographs (inbox_id, position, sealed)
        SELECT r.id, at_position, of_sealed FROM public.public_inbox r
        WHERE r.id = of_id AND r.xmin = pg_current_xact_id()::xid AND at_position <= r.photographs;
    RETURN FOUND;
END $$;

-- One word on a report, by the keyed hash of its receipt (under the key in use and earlier ones); NULL if there is none.
CREATE FUNCTION public_form.report_told(of_receipts bytea[]) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN withdrawal_asked_at IS NOT NULL THEN 'withdrawn' ELSE told END
    FROM public.public_inbox WHERE receipt_hash = ANY (of_receipts)
$$;

-- Notes that the citizen withdraws a report; false if no report has this receipt. A worker records it as an act.
CREATE FUNCTION public_form.ask_to_withdraw(of_receipts bytea[]) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE public.public_inbox SET withdrawal_asked_at = coalesce(withdrawal_asked_at, now())
        WHERE receipt_hash = ANY (of_receipts);
    RETURN FOUND;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public_form FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public_form TO hientruong_public;
