-- A source that is not asked but brought, such as a file, does not grow old.
ALTER TABLE source_status ADD COLUMN is_brought boolean NOT NULL DEFAULT false;

CREATE TABLE import
(
    id          uuid        PRIMARY KEY,
    kind        text        NOT NULL,
    state       text        NOT NULL,
    file_name   text,
    created_at  timestamptz NOT NULL,
    reading     text        NOT NULL,
    rows        int         NOT NULL,
    good_rows   int         NOT NULL,
    bad_rows    int         NOT NULL,
    bad_lines   jsonb       NOT NULL,
    columns     jsonb       NOT NULL,
    stages      jsonb       NOT NULL,
    preview     jsonb       NOT NULL,
    -- Given at confirmation; what is written under it beats what earlier files said.
    version     bigint,
    done        int         NOT NULL DEFAULT 0,
    added       int         NOT NULL DEFAULT 0,
    changed     int         NOT NULL DEFAULT 0,
    kept        int         NOT NULL DEFAULT 0,
    finished_at timestamptz
);

-- The list, newest first, and what the worker has to do.
CREATE INDEX import_newest ON import (created_at DESC, id DESC);
CREATE INDEX import_waiting ON import (created_at) WHERE state IN ('importing', 'undoing');

-- The records of a file as text, until it is imported or discarded.
CREATE TABLE import_row
(
    import_id uuid   NOT NULL REFERENCES import ON DELETE CASCADE,
    line      int    NOT NULL,
    cells     text[] NOT NULL,
    PRIMARY KEY (import_id, line)
);

-- What imports have made of each object; null content where it was taken back. Versions grow with each writing.
CREATE TABLE import_object
(
    kind        text   NOT NULL,
    external_id text   NOT NULL,
    import_id   uuid   NOT NULL,
    version     bigint NOT NULL,
    content     bytea,
    PRIMARY KEY (kind, external_id)
);

-- What each import changed and what was before: what undoing it restores.
CREATE TABLE import_change
(
    import_id   uuid NOT NULL REFERENCES import ON DELETE CASCADE,
    kind        text NOT NULL,
    external_id text NOT NULL,
    -- Null where there was nothing.
    previous    bytea,
    -- The import that had made it so; null where there was none.
    previous_by uuid,
    -- What others name, such as a stage, and what was not there before stays when it is taken back: other files may name it too.
    stays       boolean NOT NULL,
    PRIMARY KEY (import_id, kind, external_id)
);

-- How files with these columns were last read.
CREATE TABLE import_mapping
(
    kind    text NOT NULL,
    -- The headers, in order.
    headers text[] NOT NULL,
    mapping jsonb  NOT NULL,
    PRIMARY KEY (kind, headers)
);
