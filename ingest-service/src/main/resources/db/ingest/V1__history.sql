-- What history is made of: competitions, teams with their spellings, matches with statistics and officials, and a log of every load.

CREATE TABLE sports (
    code text PRIMARY KEY,
    name text NOT NULL
);

CREATE TABLE countries (
    code text PRIMARY KEY,
    name text NOT NULL
);
COMMENT ON COLUMN countries.code IS 'FIFA''s three letters';

CREATE TABLE leagues (
    code text PRIMARY KEY,
    sport text NOT NULL REFERENCES sports (code),
    country text NOT NULL REFERENCES countries (code),
    association text NOT NULL,
    name text NOT NULL,
    calendar_year boolean NOT NULL,
    source_code text NOT NULL
);
COMMENT ON COLUMN leagues.code IS 'our competition code, eng.1';
COMMENT ON COLUMN leagues.source_code IS 'football-data.co.uk''s division or country file';

CREATE TABLE seasons (
    league text NOT NULL REFERENCES leagues (code),
    label text NOT NULL,
    start_year integer NOT NULL,
    PRIMARY KEY (league, label)
);

CREATE TABLE teams (
    association text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    derived boolean NOT NULL DEFAULT false,
    metadata jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (association, id)
);
COMMENT ON COLUMN teams.derived IS 'true where no directory knows the club and its id was made from the name as published';

CREATE TABLE team_aliases (
    association text NOT NULL,
    alias text NOT NULL,
    team text NOT NULL,
    source text NOT NULL,
    PRIMARY KEY (association, alias, team)
);
COMMENT ON COLUMN team_aliases.alias IS 'a spelling as vendors write it; years behind @ limit it to seasons that start in them';

CREATE TABLE matches (
    fixture_id text PRIMARY KEY,
    league text NOT NULL REFERENCES leagues (code),
    season text NOT NULL,
    home_team text NOT NULL,
    away_team text NOT NULL,
    home_name text NOT NULL,
    away_name text NOT NULL,
    kickoff_at timestamptz NOT NULL,
    kickoff_known boolean NOT NULL,
    status text NOT NULL,
    home_goals integer,
    away_goals integer,
    source text NOT NULL,
    source_location text NOT NULL,
    content_hash text NOT NULL,
    updated_at timestamptz NOT NULL
);
COMMENT ON COLUMN matches.content_hash IS 'of everything the source says of the match: equal means that there is nothing to load';
CREATE INDEX matches_by_season ON matches (league, season);
CREATE INDEX matches_by_kickoff ON matches (kickoff_at);
CREATE INDEX matches_by_home_team ON matches (home_team, kickoff_at);
CREATE INDEX matches_by_away_team ON matches (away_team, kickoff_at);

CREATE TABLE match_stats (
    fixture_id text NOT NULL,
    side text NOT NULL CHECK (side IN ('HOME', 'AWAY')),
    half_time_goals integer,
    shots integer,
    shots_on_target integer,
    corners integer,
    fouls integer,
    yellow_cards integer,
    red_cards integer,
    xg double precision,
    possession double precision,
    PRIMARY KEY (fixture_id, side)
);
COMMENT ON TABLE match_stats IS 'null where the source does not tell';

CREATE TABLE match_officials (
    fixture_id text NOT NULL,
    role text NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (fixture_id, role)
);

CREATE TABLE source_files (
    source text NOT NULL,
    content_hash text NOT NULL,
    name text NOT NULL,
    first_loaded_at timestamptz NOT NULL,
    rows integer NOT NULL,
    rejected integer NOT NULL,
    PRIMARY KEY (source, content_hash)
);
COMMENT ON TABLE source_files IS 'files seen before: their rejections are on the topic already and are not sent again';

CREATE TABLE scraping_logs (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source text NOT NULL,
    job_type text NOT NULL,
    status text NOT NULL CHECK (status IN ('DONE', 'FAILED')),
    started_at timestamptz NOT NULL,
    seconds double precision NOT NULL,
    records_processed bigint NOT NULL,
    records_failed bigint NOT NULL,
    error text
);
