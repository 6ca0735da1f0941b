-- Every release as it was last told.
CREATE TABLE models (
    name           text NOT NULL,
    version        text NOT NULL,
    state          text NOT NULL,
    valid_from     timestamptz NOT NULL,
    trained_from   timestamptz NOT NULL,
    trained_to     timestamptz NOT NULL,
    matches        integer NOT NULL,
    metrics        jsonb NOT NULL,
    content_sha256 text,
    content_bytes  integer,
    changed_at     timestamptz NOT NULL,
    PRIMARY KEY (name, version)
);

-- Every change of a release's state, the training first.
CREATE TABLE model_runs (
    name    text NOT NULL,
    version text NOT NULL,
    state   text NOT NULL,
    at      timestamptz NOT NULL,
    metrics jsonb NOT NULL,
    PRIMARY KEY (name, version, state, at)
);

-- Sharpness of a release as graded predictions tell it in service; 1 changes nothing.
CREATE TABLE calibrations (
    version         text NOT NULL,
    at              timestamptz NOT NULL,
    sharpness       double precision NOT NULL,
    graded          integer NOT NULL,
    log_loss_before double precision NOT NULL,
    log_loss_after  double precision NOT NULL,
    PRIMARY KEY (version, at)
);

-- Inputs or calibration that drifted, and what was in force afterwards.
CREATE TABLE drift_events (
    kind           text NOT NULL,
    version        text NOT NULL,
    at             timestamptz NOT NULL,
    rolled_back    boolean NOT NULL,
    in_force_after text NOT NULL,
    detail         text NOT NULL,
    figures        jsonb NOT NULL,
    PRIMARY KEY (kind, version, at)
);
