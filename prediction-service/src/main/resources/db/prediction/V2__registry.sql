-- What else belongs into a registry: by what a release was made, and from what.
ALTER TABLE models
    ADD COLUMN seed              bigint,
    ADD COLUMN recipe            text NOT NULL DEFAULT '',
    ADD COLUMN catalogue_version integer,
    ADD COLUMN features          jsonb NOT NULL DEFAULT '[]';
