CREATE TABLE catalogue (
    version       integer NOT NULL,
    place         integer NOT NULL,
    feature       text NOT NULL,
    feature_group text NOT NULL,
    PRIMARY KEY (version, place)
);
COMMENT ON TABLE catalogue IS 'Names of the values of feature_vectors.features: place counts from 1, as arrays do here.';

CREATE TABLE feature_vectors (
    fixture_id        text NOT NULL,
    cutoff            text NOT NULL,
    as_of             timestamptz NOT NULL,
    competition       text NOT NULL,
    season            text NOT NULL,
    home_team         text NOT NULL,
    away_team         text NOT NULL,
    kickoff_at        timestamptz NOT NULL,
    catalogue_version integer NOT NULL,
    known_values      integer NOT NULL,
    features          real[] NOT NULL,
    emitted_at        timestamptz NOT NULL,
    PRIMARY KEY (fixture_id, cutoff, as_of)
);
COMMENT ON TABLE feature_vectors IS 'Every vector as it was sent; the same vector again changes nothing.';
COMMENT ON COLUMN feature_vectors.as_of IS 'Time of the newest thing in the vector.';
COMMENT ON COLUMN feature_vectors.known_values IS 'How many of the features are not NaN.';
COMMENT ON COLUMN feature_vectors.features IS 'Values in the order of the catalogue; NaN = unknown.';

CREATE INDEX feature_vectors_by_kickoff ON feature_vectors (kickoff_at);

CREATE VIEW feature_coverage AS
SELECT c.version, c.place, c.feature, c.feature_group,
       count(v.fixture_id) AS vectors,
       count(v.fixture_id) FILTER (WHERE v.features[c.place] <> 'NaN'::real) AS known
FROM catalogue c
LEFT JOIN feature_vectors v ON v.catalogue_version = c.version
GROUP BY c.version, c.place, c.feature, c.feature_group;
COMMENT ON VIEW feature_coverage IS 'How many of the stored vectors know each feature.';
