-- Why: newer versions of forms bear the symbols, bases, items and places to sign that Decree 118/2021 prints. What was begun on an
-- older version stays on it. Some rows: nothing is locked.

INSERT INTO form_releases (form, version) VALUES ('MQĐ20', 3);
