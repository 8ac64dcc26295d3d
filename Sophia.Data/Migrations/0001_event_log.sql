-- The log is the truth and is only ever appended to.
CREATE TABLE event_log
(
    position       bigint GENERATED ALWAYS AS IDENTITY,
    transaction_id xid8        NOT NULL DEFAULT pg_current_xact_id(),
    stream_id      uuid        NOT NULL,
    connection     text        NOT NULL,
    kind           text        NOT NULL,
    external_id    text        NOT NULL,
    source_version bigint,
    identity       uuid        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    payload        bytea       NOT NULL,
    -- The key that the payload is encrypted with; null while it is in clear.
    key_id         uuid,
    -- The order in which readers go through the log.
    PRIMARY KEY (transaction_id, position)
);

-- A reader of one kind (notifications) must not step over a whole backfill to find the next of its own.
CREATE INDEX event_log_kind ON event_log (kind, transaction_id, position);

-- The newest entry of each stream: what a redelivery is compared with, and what appenders lock.
CREATE TABLE event_stream
(
    stream_id uuid PRIMARY KEY,
    -- Null only between the two statements of the transaction that meets the stream first.
    identity  uuid
) WITH (fillfactor = 80);

CREATE TABLE reader_checkpoint
(
    reader         text PRIMARY KEY,
    transaction_id xid8   NOT NULL,
    position       bigint NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE sync_cursor
(
    connection text NOT NULL,
    resource   text NOT NULL,
    state      text NOT NULL,
    PRIMARY KEY (connection, resource)
) WITH (fillfactor = 50);

CREATE TABLE source_status
(
    connection      text PRIMARY KEY,
    last_attempt_at timestamptz,
    last_success_at timestamptz,
    error           text,
    history_loaded  boolean NOT NULL,
    -- Every transaction that loaded history is older than this one; the figures are complete once the projector has passed it.
    history_before  xid8,
    loaded          bigint  NOT NULL,
    total           bigint
) WITH (fillfactor = 50);
