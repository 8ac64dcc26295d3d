-- An account that changes region or segment moves the splits of its calls.
CREATE INDEX call_account ON call (account_id);
