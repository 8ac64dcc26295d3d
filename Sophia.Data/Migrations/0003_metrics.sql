-- What the metric components add up to, per day and per month, in total and per value of each single dimension.
-- One column per component of Sophia.Core's MetricComponents. Flows are sums; stocks are changes, + where something
-- begins to count and - where it stops, so that the value at any time is the sum of all that lies before.
CREATE TABLE metric_rollup
(
    -- total, productLine, region, segment or stage.
    dimension            text    NOT NULL,
    -- day or month.
    grain                text    NOT NULL,
    start                date    NOT NULL,
    -- The dimension's value; empty for totals and where the source does not say it.
    member               text    NOT NULL,
    -- How many contributions the row adds up; a row of none is deleted.
    entries              bigint  NOT NULL,
    won_amount           numeric NOT NULL,
    won_deals            numeric NOT NULL,
    lost_deals           numeric NOT NULL,
    closed_deals         numeric NOT NULL,
    won_cycle_days       numeric NOT NULL,
    created_deals        numeric NOT NULL,
    open_amount          numeric NOT NULL,
    weighted_open_amount numeric NOT NULL,
    open_deals           numeric NOT NULL,
    -- Readers ask for one dimension and grain over a range of days.
    PRIMARY KEY (dimension, grain, start, member)
) WITH (fillfactor = 60);

-- The last movement of each metric.
CREATE TABLE metric_movement
(
    metric   text PRIMARY KEY,
    sequence bigint NOT NULL
) WITH (fillfactor = 50);

-- One row: the last movement of any metric, and when the newest projected entry was recorded. Survives a rebuild, so
-- that sequences never go back.
CREATE TABLE projection_state
(
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    sequence bigint NOT NULL,
    as_of    timestamptz
) WITH (fillfactor = 50);

INSERT INTO projection_state (sequence) VALUES (0);

-- Notices that leave with the transaction that made them true; the relay deletes what the bus has confirmed.
CREATE TABLE outbox
(
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message       bytea       NOT NULL,
    created_at    timestamptz NOT NULL,
    -- While a relay is sending the row; after that time another may.
    claimed_until timestamptz
);
