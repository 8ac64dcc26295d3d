-- The running copies of Sophia's services, by their own word. A few rows; those long silent are deleted.
CREATE TABLE service_instance
(
    service    text        NOT NULL,
    instance   text        NOT NULL,
    started_at timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL,
    -- Arrays and objects of the records CheckStatus and LatencyStatus.
    checks     jsonb       NOT NULL,
    latency    jsonb,
    PRIMARY KEY (service, instance)
) WITH (fillfactor = 50);

CREATE TABLE maintenance_notice
(
    id           uuid PRIMARY KEY,
    text         text        NOT NULL,
    starts_at    timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    announced_at timestamptz NOT NULL
);
