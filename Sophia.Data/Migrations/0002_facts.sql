-- Facts as the sources last said them. recorded_from and recorded_to are the times at which Sophia wrote the entries, so
-- a rebuild from the log gives the same rows. Each *_history table holds what a row was before.
CREATE TABLE account
(
    connection     text        NOT NULL,
    external_id    text        NOT NULL,
    source_version bigint      NOT NULL,
    is_removed     boolean     NOT NULL,
    name           text,
    region         text,
    segment        text,
    recorded_from  timestamptz NOT NULL,
    PRIMARY KEY (connection, external_id)
);

CREATE TABLE deal_stage
(
    connection     text        NOT NULL,
    external_id    text        NOT NULL,
    source_version bigint      NOT NULL,
    is_removed     boolean     NOT NULL,
    pipeline_id    text        NOT NULL,
    label          text        NOT NULL,
    display_order  int         NOT NULL,
    probability    numeric     NOT NULL,
    is_closed      boolean     NOT NULL,
    is_won         boolean     NOT NULL,
    recorded_from  timestamptz NOT NULL,
    PRIMARY KEY (connection, external_id)
);

CREATE TABLE deal
(
    connection       text          NOT NULL,
    external_id      text          NOT NULL,
    source_version   bigint        NOT NULL,
    is_removed       boolean       NOT NULL,
    name             text,
    amount           numeric,
    product_line     text,
    owner_id         text,
    account_id       text,
    stage_id         text          NOT NULL,
    created_at       timestamptz   NOT NULL,
    closed_at        timestamptz,
    -- The stages that the deal went through, oldest first, and when it arrived in each: arrays of the same length.
    stage_ids        text[]        NOT NULL,
    stage_entered_at timestamptz[] NOT NULL,
    recorded_from    timestamptz   NOT NULL,
    PRIMARY KEY (connection, external_id)
);

-- A company that changes its region or segment moves all its deals.
CREATE INDEX deal_account ON deal (connection, account_id);

-- Nothing looks a version up by key yet, so the histories carry no index.
CREATE TABLE account_history (LIKE account, recorded_to timestamptz NOT NULL);
CREATE TABLE deal_stage_history (LIKE deal_stage, recorded_to timestamptz NOT NULL);
CREATE TABLE deal_history (LIKE deal, recorded_to timestamptz NOT NULL);

-- A deal's time in each stage; left_at is null for the stage it is in. Ordinals count from 1.
CREATE VIEW deal_stage_stay AS
SELECT deal.connection,
       deal.external_id                             AS deal_id,
       stay.ordinal::int                            AS ordinal,
       stay.stage_id,
       stay.entered_at,
       deal.stage_entered_at[stay.ordinal::int + 1] AS left_at
FROM deal
CROSS JOIN LATERAL unnest(deal.stage_ids, deal.stage_entered_at) WITH ORDINALITY AS stay (stage_id, entered_at, ordinal)
WHERE NOT deal.is_removed;
