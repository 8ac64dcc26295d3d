-- The keys that protect cookies and antiforgery tokens: what one replica of the API has protected, every other can read.
-- As XML, as the framework keeps them; one every three months, so a handful. Expired ones stay, for what they protected.
CREATE TABLE data_protection_key
(
    -- The framework's name of the element, for example key-1a2b….
    name       text PRIMARY KEY,
    xml        text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
