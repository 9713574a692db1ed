-- Why: a sanction counts as an earlier offence for six months after a warning, and for a year after any other (Law Art 7.1). That was
-- read from the fine that is left, so that a fine which was waived counted like a warning. A column with a constant default; the next
-- migration fills it, so that nobody waits for that.

ALTER TABLE cases ADD COLUMN only_warned boolean NOT NULL DEFAULT false;
