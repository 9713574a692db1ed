-- Why: the public key and the number of a device stand in every evidence package; who knew them, and both factors, signed in as a phone that
-- its officer had used before, told to nobody. From a device that proved once that it holds the private half, a proof is asked always.
-- A constant default: no row is rewritten, the lock is short.

ALTER TABLE devices ADD COLUMN proves_key boolean NOT NULL DEFAULT false;
