-- How the pipeline was at a moment is read from what was superseded since: all of it lies behind that moment in this index.
CREATE INDEX deal_history_recorded_to ON deal_history (recorded_to);

-- What analyses of everything said last, one row each: how long deals take, which metrics go before others.
CREATE TABLE analysis_result
(
    analysis text PRIMARY KEY,
    made_at  timestamptz NOT NULL,
    content  jsonb       NOT NULL
);
