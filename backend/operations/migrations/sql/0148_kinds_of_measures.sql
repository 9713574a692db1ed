-- Why: a decision on remedies alone (MQĐ15) names the kind of each measure, which is compared with what the decree provides (Decree
-- 118/2021 Art 8.2). From this day the older version, which has words alone, is begun no more. One insert.

INSERT INTO form_releases (form, version) VALUES ('MQĐ15', 2);
