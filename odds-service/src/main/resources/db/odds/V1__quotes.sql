CREATE TABLE bookmakers (
    bookmaker  text PRIMARY KEY,
    name       text NOT NULL,
    kind       text NOT NULL,
    priority   integer NOT NULL,
    commission double precision NOT NULL
);
COMMENT ON TABLE bookmakers IS 'Who quotes: the shipped list at every start, and whoever else was seen.';
COMMENT ON COLUMN bookmakers.commission IS 'Part of the profit that an exchange keeps, 0..1.';

CREATE TABLE betting_markets (
    market     text PRIMARY KEY,
    has_line   boolean NOT NULL,
    selections text[] NOT NULL
);
COMMENT ON TABLE betting_markets IS 'The questions that are bet on; empty selections where they are scores.';

CREATE TABLE odds_history (
    observed_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    kickoff_at  timestamptz NOT NULL,
    fixture_id  text NOT NULL,
    competition text NOT NULL,
    bookmaker   text NOT NULL,
    market      text NOT NULL,
    line        double precision,
    source      text NOT NULL,
    suspended   boolean NOT NULL,
    closing     boolean NOT NULL,
    in_play     boolean NOT NULL,
    selections  text[] NOT NULL,
    back_odds   double precision[] NOT NULL,
    lay_odds    double precision[] NOT NULL,
    back_sizes  double precision[] NOT NULL,
    lay_sizes   double precision[] NOT NULL
) PARTITION BY RANGE (observed_at);
CREATE UNIQUE INDEX odds_history_once
    ON odds_history (fixture_id, bookmaker, market, line, source, observed_at) NULLS NOT DISTINCT;
COMMENT ON TABLE odds_history IS
    'Every quote that arrived, one row a bookmaker, market and line; one partition a month (odds_history_2022_08), made when its first quote comes. To archive a month, detach its partition.';
COMMENT ON COLUMN odds_history.back_odds IS 'In the order of selections, as they came; null where none was offered.';

CREATE TABLE closing_odds (
    fixture_id  text NOT NULL,
    bookmaker   text NOT NULL,
    market      text NOT NULL,
    line        double precision,
    competition text NOT NULL,
    kickoff_at  timestamptz NOT NULL,
    observed_at timestamptz NOT NULL,
    source      text NOT NULL,
    closing     boolean NOT NULL,
    selections  text[] NOT NULL,
    back_odds   double precision[] NOT NULL
);
CREATE UNIQUE INDEX closing_odds_once ON closing_odds (fixture_id, bookmaker, market, line) NULLS NOT DISTINCT;
COMMENT ON TABLE closing_odds IS
    'The last open quote before kickoff. Where a source calls quotes of a market closing (closing = true), older ones of that market are not kept.';
