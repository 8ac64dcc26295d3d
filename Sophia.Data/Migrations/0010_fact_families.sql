CREATE TABLE call
(
    connection         text        NOT NULL,
    external_id        text        NOT NULL,
    source_version     bigint      NOT NULL,
    is_removed         boolean     NOT NULL,
    title              text,
    started_at         timestamptz NOT NULL,
    duration_seconds   bigint      NOT NULL,
    -- unknown, inbound, outbound or conference.
    direction          text        NOT NULL,
    -- Null where the source does not say.
    is_internal        boolean,
    owner_id           text,
    deal_ids           text[]      NOT NULL,
    account_id         text,
    parties            jsonb       NOT NULL,
    our_talk_seconds   numeric,
    their_talk_seconds numeric,
    -- What the call was about, and how long in seconds: arrays of the same length.
    topic_names        text[]      NOT NULL,
    topic_seconds      numeric[]   NOT NULL,
    recorded_from      timestamptz NOT NULL,
    PRIMARY KEY (connection, external_id)
);

-- A colleague who changes department moves the calls that he or she hosted.
CREATE INDEX call_owner ON call (connection, owner_id);

CREATE TABLE call_transcript
(
    connection     text        NOT NULL,
    external_id    text        NOT NULL,
    source_version bigint      NOT NULL,
    is_removed     boolean     NOT NULL,
    segments       jsonb       NOT NULL,
    sentiment      numeric,
    recorded_from  timestamptz NOT NULL,
    PRIMARY KEY (connection, external_id)
);

CREATE TABLE system_user
(
    connection     text        NOT NULL,
    external_id    text        NOT NULL,
    source_version bigint      NOT NULL,
    is_removed     boolean     NOT NULL,
    email          text,
    name           text,
    recorded_from  timestamptz NOT NULL,
    PRIMARY KEY (connection, external_id)
);

CREATE TABLE employee
(
    connection     text        NOT NULL,
    external_id    text        NOT NULL,
    source_version bigint      NOT NULL,
    is_removed     boolean     NOT NULL,
    name           text,
    email          text,
    department     text,
    region         text,
    job_title      text,
    manager_id     text,
    hired_on       date,
    left_on        date,
    recorded_from  timestamptz NOT NULL,
    PRIMARY KEY (connection, external_id)
);

-- The e-mail address ties a colleague's accounts in the systems to the person.
CREATE INDEX system_user_email ON system_user (email);
CREATE INDEX employee_email ON employee (email);

CREATE TABLE survey_response
(
    connection     text        NOT NULL,
    external_id    text        NOT NULL,
    source_version bigint      NOT NULL,
    is_removed     boolean     NOT NULL,
    survey         text        NOT NULL,
    answered_on    date        NOT NULL,
    employee_id    text,
    department     text,
    score          numeric     NOT NULL,
    recorded_from  timestamptz NOT NULL,
    PRIMARY KEY (connection, external_id)
);

-- An answer earlier than all others moves its whole survey; an employee who changes department moves his or her answers.
CREATE INDEX survey_response_survey ON survey_response (connection, survey);
CREATE INDEX survey_response_employee ON survey_response (connection, employee_id);

CREATE TABLE call_history (LIKE call, recorded_to timestamptz NOT NULL);
CREATE TABLE call_transcript_history (LIKE call_transcript, recorded_to timestamptz NOT NULL);
CREATE TABLE system_user_history (LIKE system_user, recorded_to timestamptz NOT NULL);
CREATE TABLE employee_history (LIKE employee, recorded_to timestamptz NOT NULL);
CREATE TABLE survey_response_history (LIKE survey_response, recorded_to timestamptz NOT NULL);

-- The person behind each account. Where two people share an address, it is the one who is still here, then the one who came last.
CREATE VIEW colleague AS
SELECT system_user.connection, system_user.external_id, system_user.name, person.department
FROM system_user
LEFT JOIN LATERAL (
    SELECT department FROM employee WHERE employee.email = system_user.email
    ORDER BY is_removed, left_on DESC NULLS FIRST, hired_on DESC NULLS LAST, connection, external_id
    LIMIT 1) AS person ON true;

-- One table per family of facts, so that the facts of one are projected no slower for the components of another.
ALTER TABLE metric_rollup RENAME TO sales_rollup;
ALTER INDEX metric_rollup_pkey RENAME TO sales_rollup_pkey;

CREATE TABLE calls_rollup
(
    -- total, department, topic or callDirection.
    dimension        text    NOT NULL,
    grain            text    NOT NULL,
    start            date    NOT NULL,
    member           text    NOT NULL,
    entries          bigint  NOT NULL,
    external_calls   numeric NOT NULL,
    external_minutes numeric NOT NULL,
    our_talk_seconds numeric NOT NULL,
    all_talk_seconds numeric NOT NULL,
    sentiment_sum    numeric NOT NULL,
    sentiment_calls  numeric NOT NULL,
    internal_hours   numeric NOT NULL,
    PRIMARY KEY (dimension, grain, start, member)
) WITH (fillfactor = 60);

CREATE TABLE people_rollup
(
    -- total or department.
    dimension text    NOT NULL,
    grain     text    NOT NULL,
    start     date    NOT NULL,
    member    text    NOT NULL,
    entries   bigint  NOT NULL,
    headcount numeric NOT NULL,
    hires     numeric NOT NULL,
    leavers   numeric NOT NULL,
    PRIMARY KEY (dimension, grain, start, member)
) WITH (fillfactor = 60);

CREATE TABLE surveys_rollup
(
    -- total or department.
    dimension      text    NOT NULL,
    grain          text    NOT NULL,
    start          date    NOT NULL,
    member         text    NOT NULL,
    entries        bigint  NOT NULL,
    score_sum      numeric NOT NULL,
    survey_answers numeric NOT NULL,
    PRIMARY KEY (dimension, grain, start, member)
) WITH (fillfactor = 60);

-- The connections that have told facts of a family: its figures are as fresh as these.
CREATE TABLE family_source
(
    family     text NOT NULL,
    connection text NOT NULL,
    PRIMARY KEY (family, connection)
);

INSERT INTO family_source SELECT DISTINCT 'sales', connection FROM deal;
