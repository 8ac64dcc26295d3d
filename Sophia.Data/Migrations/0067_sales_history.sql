-- How the pipeline was at a moment is read from what was superseded since: all of it lies behind that moment in this index.
CREATE INDEX deal_history_recorded_to ON deal_history (recorded_to);

-- How long deals take, by market segment: one row, the newest.
CREATE TABLE sales_cycle
(
    single  boolean PRIMARY KEY DEFAULT true CHECK (single),
    made_at timestamptz NOT NULL,
    content jsonb       NOT NULL
);
