-- Of what an import adds and changes, the file's own records, without the companies, stages and people that they name.
-- Null for imports of before: nobody counted.
ALTER TABLE import ADD COLUMN added_records int, ADD COLUMN changed_records int;
ALTER TABLE import ALTER COLUMN added_records SET DEFAULT 0, ALTER COLUMN changed_records SET DEFAULT 0;
