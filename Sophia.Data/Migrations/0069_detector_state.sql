-- What the baselines of watched metrics have learnt, so that a process that begins goes on where the last one was. Some 40 kB per metric.
CREATE TABLE metric_detector
(
    metric   text PRIMARY KEY,
    -- Numbers of another version mean something else: then the metric's history is learnt again.
    detector text               NOT NULL,
    last_day date               NOT NULL,
    numbers  double precision[] NOT NULL
);
