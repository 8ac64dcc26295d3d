-- What the analysis found in a transcript, once for each version of the transcript, the call and the rules. It is made
-- from facts alone, so a rebuild of facts leaves it in place and what no longer fits is analysed again.
CREATE TABLE call_analysis
(
    connection               text        NOT NULL,
    external_id              text        NOT NULL,
    analyzer_version         text        NOT NULL,
    -- The facts that were read.
    transcript_recorded_from timestamptz NOT NULL,
    call_recorded_from       timestamptz NOT NULL,
    analysed_at              timestamptz NOT NULL,
    -- What lists of calls count: the kinds of objections and the competitors, each once.
    objections               text[]      NOT NULL,
    competitors              text[]      NOT NULL,
    has_pricing              boolean     NOT NULL,
    has_next_step            boolean     NOT NULL,
    findings                 jsonb       NOT NULL,
    PRIMARY KEY (connection, external_id)
);

-- Lists of calls go by time, the latest first, and by id where two began together.
CREATE INDEX call_started ON call (started_at, external_id);
