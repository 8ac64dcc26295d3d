-- The analysis of conversations looks several times a second for what has come since it last looked.
CREATE INDEX call_recorded ON call (recorded_from);
CREATE INDEX call_transcript_recorded ON call_transcript (recorded_from);
