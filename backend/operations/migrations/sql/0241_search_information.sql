-- Why: informations are searched by words of their parties and addresses too; without these indexes a search read all rows. New tables: no time.
CREATE INDEX information_suspects_name_words ON information_suspects USING gin (name_fold gin_trgm_ops);
CREATE INDEX informations_address_words ON informations USING gin (address_fold gin_trgm_ops);
