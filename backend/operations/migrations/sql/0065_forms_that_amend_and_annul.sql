-- Why: a decision that amends (MQĐ38) says the fine and the goods as they are now, one that annuls (MQĐ40) says its ground: what the
-- act enters is compared with them. From this day the older versions, which have no such lines, are begun no more. One insert.

INSERT INTO form_releases (form, version) VALUES ('MQĐ38', 2), ('MQĐ40', 2);
