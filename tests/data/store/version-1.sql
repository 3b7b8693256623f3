-- A database as the first Doorstep wrote it: schema version 1.
CREATE TABLE feed(
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    epoch INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    horizon INTEGER NOT NULL -- the log holds the changes after it
) STRICT;
CREATE TABLE document(
    feed INTEGER NOT NULL REFERENCES feed(no),
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY(feed, kind, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE change_log(
    feed INTEGER NOT NULL REFERENCES feed(no),
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    deleted INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY(feed, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE claim(
    space TEXT NOT NULL,
    key TEXT NOT NULL,
    holder TEXT NOT NULL,
    PRIMARY KEY(space, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE tracked_driver(
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE fix(
    driver INTEGER NOT NULL REFERENCES tracked_driver(no),
    at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    lon REAL NOT NULL,
    lat REAL NOT NULL,
    accuracy REAL,
    speed REAL,
    heading REAL,
    battery REAL,
    flags INTEGER NOT NULL,
    PRIMARY KEY(driver, at)
) STRICT, WITHOUT ROWID;
CREATE TABLE account(
    name TEXT NOT NULL PRIMARY KEY,
    user TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE session(
    token_hash TEXT NOT NULL PRIMARY KEY,
    user TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE kept_answer(
    key TEXT NOT NULL PRIMARY KEY,
    request_hash TEXT NOT NULL,
    body TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_answer_at ON kept_answer(at);
INSERT INTO feed VALUES(1, 'organisation', 4711, 2, 0);
INSERT INTO feed VALUES(2, 'depot-d1', 815, 1, 0);
INSERT INTO document VALUES(1, 'user', 'u1', 1, 0, '{"id":"u1","name":"eva","full_name":"Eva","roles":["admin"]}');
INSERT INTO document VALUES(1, 'depot', 'd1', 2, 0, '{"id":"d1"}');
INSERT INTO document VALUES(2, 'stop', 's1', 1, 0, '{"id":"s1"}');
INSERT INTO change_log VALUES(1, 1, 1770000000000, 'u1', 'user', 'u1', 0, '{"id":"u1","name":"eva","full_name":"Eva","roles":["admin"]}');
INSERT INTO change_log VALUES(1, 2, 1770000000000, 'u1', 'depot', 'd1', 0, '{"id":"d1"}');
INSERT INTO change_log VALUES(2, 1, 1770000000000, 'u1', 'stop', 's1', 0, '{"id":"s1"}');
INSERT INTO claim VALUES('user', 'eva', 'u1');
INSERT INTO account VALUES('eva', 'u1', '$argon2id$x');
INSERT INTO session VALUES('00ff', 'u1', 4000000000000);
INSERT INTO kept_answer VALUES('k', '00ff', '{}', 1770000000000);
PRAGMA application_id=1146311760;
PRAGMA user_version=1;
