-- The log's newest entry when the analysis began: where it is still the newest, there is nothing to say anew.
ALTER TABLE analysis_run ADD COLUMN log_end bigint NOT NULL DEFAULT 0;
