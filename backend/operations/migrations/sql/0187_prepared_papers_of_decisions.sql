-- Why: inspection decisions are signed outside, too, and their papers are in another table than those of cases. No time: a constraint goes.
ALTER TABLE prepared_papers DROP CONSTRAINT prepared_papers_document_id_fkey;
