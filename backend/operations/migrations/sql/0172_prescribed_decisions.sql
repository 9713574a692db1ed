-- Why: newer versions of the decisions bear the symbols, bases, numbered items and places to sign that Decree 118/2021 prints. What
-- was begun on an older version stays on it. Some rows: nothing is locked.

INSERT INTO form_releases (form, version) VALUES
    ('MQĐ01', 3), ('MQĐ02', 3), ('MQĐ03', 2), ('MQĐ04', 2), ('MQĐ05', 2), ('MQĐ14', 2), ('MQĐ15', 3), ('MQĐ16', 2), ('MQĐ17', 2),
    ('MQĐ21', 2), ('MQĐ24', 2), ('MQĐ31', 2), ('MQĐ32', 2), ('MQĐ33', 2), ('MQĐ34', 2), ('MQĐ35', 2), ('MQĐ36', 2), ('MQĐ37', 2),
    ('MQĐ38', 3), ('MQĐ39', 2), ('MQĐ40', 3);
