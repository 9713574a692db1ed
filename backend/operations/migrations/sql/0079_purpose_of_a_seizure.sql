-- Why: a seizure decision (MQĐ20) says for what it holds the goods, which sets how long it may (Law Arts 60.3, 125). From this day the
-- older version, which has no such line, is begun no more. One insert.

INSERT INTO form_releases (form, version) VALUES ('MQĐ20', 2);
