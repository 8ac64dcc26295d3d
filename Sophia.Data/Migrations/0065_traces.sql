-- Where a change comes from, as W3C Trace Context writes it, so that one trace follows it through every process.
-- Null where nothing was traced, which costs no space.
ALTER TABLE event_log ADD COLUMN traceparent text;
ALTER TABLE outbox ADD COLUMN traceparent text;
-- Of the last wish that the connection be read.
ALTER TABLE integration ADD COLUMN sync_traceparent text;
