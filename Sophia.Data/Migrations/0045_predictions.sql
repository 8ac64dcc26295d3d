-- Trained models as plain data, so that a past score can be made again.
CREATE TABLE prediction_model
(
    kind       text        NOT NULL,
    version    text        NOT NULL,
    trained_at timestamptz NOT NULL,
    content    jsonb       NOT NULL,
    PRIMARY KEY (kind, version)
);

-- The newest of a kind is what scores.
CREATE INDEX prediction_model_newest ON prediction_model (kind, trained_at DESC);

-- The newest prediction of each open deal. When the deal ends, the last one made before stays, with how it ended.
CREATE TABLE deal_prediction
(
    connection      text             NOT NULL,
    external_id     text             NOT NULL,
    model_version   text             NOT NULL,
    scored_at       timestamptz      NOT NULL,
    win_probability double precision NOT NULL,
    -- Reasons, expected end and warnings.
    content         jsonb            NOT NULL,
    -- Null while the deal is open; else won, lost or removed.
    outcome         text,
    ended_at        timestamptz,
    PRIMARY KEY (connection, external_id)
) WITH (fillfactor = 80);

-- The track record reads the predictions of ended deals only.
CREATE INDEX deal_prediction_ended ON deal_prediction (ended_at) WHERE outcome IS NOT NULL;

CREATE TABLE customer_prediction
(
    connection        text        NOT NULL,
    external_id       text        NOT NULL,
    -- Null where no model could be trained.
    model_version     text,
    scored_at         timestamptz NOT NULL,
    churn_probability double precision,
    -- 0 to 100; null where too little is known.
    health_score      double precision,
    content           jsonb       NOT NULL,
    -- When the customer left; the last score before stays as it was.
    left_at           timestamptz,
    PRIMARY KEY (connection, external_id)
) WITH (fillfactor = 80);

-- What was expected of a metric, one row per day on which it was asked; older ones are the track record.
CREATE TABLE metric_forecast
(
    metric    text        NOT NULL,
    -- total or the dimension that member belongs to.
    dimension text        NOT NULL,
    member    text        NOT NULL,
    made_on   date        NOT NULL,
    made_at   timestamptz NOT NULL,
    content   jsonb       NOT NULL,
    PRIMARY KEY (metric, dimension, member, made_on)
);

-- What a calendar quarter will have brought, one row per day on which it was asked.
CREATE TABLE quarter_forecast
(
    quarter date        NOT NULL,
    made_on date        NOT NULL,
    made_at timestamptz NOT NULL,
    content jsonb       NOT NULL,
    PRIMARY KEY (quarter, made_on)
);

-- What stands out in the business. A finding that is no longer found keeps the time at which it was last.
CREATE TABLE finding
(
    kind     text        NOT NULL,
    subject  text        NOT NULL,
    found_at timestamptz NOT NULL,
    seen_at  timestamptz NOT NULL,
    content  jsonb       NOT NULL,
    PRIMARY KEY (kind, subject)
);

-- Analyses that declined or ran, with the reason in words.
CREATE TABLE analysis_run
(
    analysis text PRIMARY KEY,
    ran_at   timestamptz NOT NULL,
    -- Null where it did what it is for.
    declined text
);
