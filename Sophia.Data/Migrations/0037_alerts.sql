-- The rules by which metrics are watched; at most 200.
CREATE TABLE metric_rule
(
    id                 uuid PRIMARY KEY,
    version            int         NOT NULL,
    name               text        NOT NULL,
    metric             text        NOT NULL,
    dimension          text,
    member             text,
    period             text        NOT NULL,
    condition          text        NOT NULL,
    threshold          numeric,
    margin             numeric     NOT NULL,
    compare            text        NOT NULL,
    severity           text        NOT NULL,
    pending_minutes    int         NOT NULL,
    recovering_minutes int         NOT NULL,
    recommended_action text,
    enabled            boolean     NOT NULL,
    changed_at         timestamptz NOT NULL
);

-- When nobody wants to be told; at most 100 that are not over.
CREATE TABLE alert_mute
(
    id         uuid PRIMARY KEY,
    metric     text,
    scope      text,
    mute_from  timestamptz NOT NULL,
    mute_until timestamptz NOT NULL,
    weekly     boolean     NOT NULL,
    reason     text
);

-- One row: what the engine remembers and the number of the last change of any alert. Whoever changes alerts locks it, so that
-- the numbers are given in the order of the commits.
CREATE TABLE alert_engine
(
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    sequence bigint NOT NULL,
    state    jsonb  NOT NULL
) WITH (fillfactor = 50);

INSERT INTO alert_engine (sequence, state) VALUES (0, '{"trackers":[],"incidents":[],"told":[],"digestDue":null}');

-- The alerts that people were told of, each as it travels; the columns beside it are what they are looked up by.
CREATE TABLE alert
(
    id           uuid PRIMARY KEY,
    sequence     bigint      NOT NULL,
    opened_at    timestamptz NOT NULL,
    resolved_at  timestamptz,
    severity     text        NOT NULL,
    -- Of the alert and of what belongs to it.
    metrics      text[]      NOT NULL,
    acknowledged boolean     NOT NULL,
    body         jsonb       NOT NULL
) WITH (fillfactor = 70);

-- What moved since a number: asked by every replica after every change.
CREATE INDEX alert_sequence ON alert (sequence);

-- The list's order.
CREATE INDEX alert_opened_at ON alert (opened_at, id);

-- The few that go on, looked up in every round.
CREATE INDEX alert_open ON alert (id) WHERE resolved_at IS NULL;

-- Rules to begin with, as people would write them; they can be changed and deleted like any other.
INSERT INTO metric_rule
    (id, version, name, metric, period, condition, threshold, margin, compare, severity, pending_minutes, recovering_minutes, recommended_action, enabled, changed_at)
VALUES
    ('0199a1f0-0000-7000-8000-000000000001', 1, 'Revenue falls by a quarter', 'revenue.won', 'Last30Days', 'ChangesBy', -0.25, 0.05, 'PreviousPeriod', 'Critical', 10, 60,
     'See which region, segment or product line explains the fall, and ask its sales lead what slipped.', true, now()),
    ('0199a1f0-0000-7000-8000-000000000002', 1, 'The open pipeline shrinks by a fifth', 'pipeline.open', 'Last30Days', 'ChangesBy', -0.2, 0.05, 'PreviousPeriod', 'Warning', 10, 60,
     'Compare new deals with deals won and lost of the last weeks: either too little comes in or too much was given up.', true, now()),
    ('0199a1f0-0000-7000-8000-000000000003', 1, 'Deals take a quarter longer', 'deals.salesCycle', 'Last30Days', 'ChangesBy', 0.25, 0.05, 'PreviousPeriod', 'Warning', 60, 60,
     'Look at the deals that were won after the longest time and at the stage in which they stayed.', true, now());
