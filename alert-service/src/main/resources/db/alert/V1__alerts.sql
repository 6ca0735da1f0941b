-- The newest event of every alert; sequence decides which of two is newer.
CREATE TABLE alerts (
    alert_id                 text PRIMARY KEY,
    state                    text NOT NULL,
    sequence                 integer NOT NULL,
    at                       timestamptz NOT NULL,
    close_reason             text,
    fixture_id               text NOT NULL,
    competition              text NOT NULL,
    kickoff_at               timestamptz NOT NULL,
    market                   text NOT NULL,
    line                     double precision,
    selection                text NOT NULL,
    bookmaker                text NOT NULL,
    source                   text NOT NULL,
    odds                     double precision NOT NULL,
    opening_odds             double precision NOT NULL,
    price_observed_at        timestamptz NOT NULL,
    probability              double precision NOT NULL,
    market_probability       double precision,
    edge                     double precision NOT NULL,
    stake                    double precision NOT NULL,
    confidence               double precision NOT NULL,
    model_version            text NOT NULL,
    expires_at               timestamptz NOT NULL,
    result                   text,
    profit                   double precision,
    closing_fair_probability double precision,
    clv                      double precision
);
CREATE INDEX alerts_by_fixture ON alerts (fixture_id);
CREATE INDEX alerts_by_time ON alerts (at);

-- How alerts ended; a corrected result takes the place of the earlier row.
CREATE TABLE alert_outcomes (
    alert_id                 text PRIMARY KEY,
    fixture_id               text NOT NULL,
    competition              text NOT NULL,
    market                   text NOT NULL,
    line                     double precision,
    selection                text NOT NULL,
    bookmaker                text NOT NULL,
    opened_at                timestamptz NOT NULL,
    graded_at                timestamptz NOT NULL,
    odds                     double precision NOT NULL,
    probability              double precision NOT NULL,
    edge                     double precision NOT NULL,
    stake                    double precision NOT NULL,
    result                   text NOT NULL,
    profit                   double precision NOT NULL,
    closing_fair_probability double precision,
    clv                      double precision
);
CREATE INDEX alert_outcomes_by_time ON alert_outcomes (graded_at);

-- The ledger's money at the event times at which it was written down; units of the first bankroll.
CREATE TABLE bankroll (
    changed_at timestamptz PRIMARY KEY,
    amount     double precision NOT NULL,
    open       double precision NOT NULL,
    placed     integer NOT NULL,
    settled    integer NOT NULL
);
