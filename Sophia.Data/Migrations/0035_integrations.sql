-- The connections that agents have been configured with, as they announce them at start.
CREATE TABLE integration
(
    connection        text PRIMARY KEY,
    -- The kind of its webhooks' entries in the log.
    notification_kind text     NOT NULL,
    poll_interval     interval NOT NULL,
    sync_requested_at timestamptz,
    -- Asked for and not begun yet: what a worker that comes back, too, finds.
    sync_waiting      boolean  NOT NULL DEFAULT false
) WITH (fillfactor = 50);

-- Of what kind the error is; null where there is none.
ALTER TABLE source_status ADD COLUMN failure text;
