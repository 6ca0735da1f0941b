-- Who may ask the gateway. The keys themselves are nowhere.

CREATE TABLE api_keys (
    prefix text PRIMARY KEY,
    hash text NOT NULL,
    name text NOT NULL,
    role text NOT NULL CHECK (role IN ('READER', 'TRADER', 'ADMIN')),
    requests_per_minute integer NOT NULL DEFAULT 0 CHECK (requests_per_minute >= 0),
    created_at timestamptz NOT NULL
);
COMMENT ON COLUMN api_keys.prefix IS 'the 8 letters behind tl_ by which a key is found and named';
COMMENT ON COLUMN api_keys.hash IS 'SHA-256 of the whole key, hexadecimal';
COMMENT ON COLUMN api_keys.requests_per_minute IS '0 = the default of the gateway';
