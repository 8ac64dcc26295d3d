-- Which warnings of deals people switched on or off, when and by whom; the newest of a kind applies, and without any it is on.
-- Grows by what people click, so that it is kept whole.
CREATE TABLE deal_warning_change
(
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind       text        NOT NULL,
    is_on      boolean     NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text
);
