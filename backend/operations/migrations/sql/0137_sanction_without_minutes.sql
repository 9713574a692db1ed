-- Why: a sanction without minutes (MQĐ01) names the prosecution body's decision, additional penalties, remedies and goods, which a file
-- from such a body needs (Law Art 56.1.b). From this day the older version, which has no such lines, is begun no more. One insert.

INSERT INTO form_releases (form, version) VALUES ('MQĐ01', 2);
