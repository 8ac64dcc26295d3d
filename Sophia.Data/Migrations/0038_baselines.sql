-- Judged days of metrics that are watched for anomalies: what was expected and how surprising the value was, kept as it was
-- judged. One row per metric and day.
CREATE TABLE metric_baseline
(
    metric   text             NOT NULL,
    day      date             NOT NULL,
    value    numeric,
    state    text             NOT NULL,
    score    double precision NOT NULL,
    kind     text,
    lower    numeric,
    centre   numeric,
    upper    numeric,
    detector text             NOT NULL,
    PRIMARY KEY (metric, day)
);

-- An anomaly is one of a day, told the morning after, and over when the days are like before again.
INSERT INTO metric_rule
    (id, version, name, metric, period, condition, margin, compare, severity, pending_minutes, recovering_minutes, recommended_action, enabled, changed_at)
VALUES
    ('0199a1f0-0000-7000-8000-000000000011', 1, 'Revenue of a day is unusual', 'revenue.won', 'Today', 'Anomaly', 0, 'None', 'Warning', 0, 0,
     'See which deals made or missed the day.', true, now()),
    ('0199a1f0-0000-7000-8000-000000000012', 1, 'Deals won in a day are unusual', 'deals.won', 'Today', 'Anomaly', 0, 'None', 'Warning', 0, 0,
     'See which region or segment explains it.', true, now()),
    ('0199a1f0-0000-7000-8000-000000000013', 1, 'The open pipeline is unusual', 'pipeline.open', 'Today', 'Anomaly', 0, 'None', 'Warning', 0, 0,
     'See which deals came, went or changed their value.', true, now()),
    ('0199a1f0-0000-7000-8000-000000000014', 1, 'Calls of a day are unusual', 'calls.held', 'Today', 'Anomaly', 0, 'None', 'Warning', 0, 0,
     'See which department called more or less than usual.', true, now()),
    ('0199a1f0-0000-7000-8000-000000000015', 1, 'Headcount is unusual', 'people.headcount', 'Today', 'Anomaly', 0, 'None', 'Warning', 0, 0,
     'See hires and leavers by department.', true, now());
