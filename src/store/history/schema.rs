//! In: a connection. Out: the tables of the history in it, brought up to this version.

use rusqlite::{Connection, TransactionBehavior};

/// What each version adds to the one before; never changed once it was shipped.
pub(super) const VERSIONS: [&str; 3] = [
    "
    CREATE TABLE entries (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        action TEXT NOT NULL,
        app_id TEXT NOT NULL,
        key_version TEXT NOT NULL,
        order_no TEXT NOT NULL,
        total TEXT NOT NULL,
        title TEXT NOT NULL,
        data TEXT NOT NULL,
        authorization TEXT NOT NULL,
        note TEXT NOT NULL
    );
    CREATE INDEX entries_at ON entries (at);
    CREATE INDEX entries_app_id ON entries (app_id, at);
    CREATE VIRTUAL TABLE words USING fts5 (
        order_no, title, note, app_id, data,
        content = 'entries', content_rowid = 'id', tokenize = 'trigram'
    );
    CREATE TRIGGER entries_added AFTER INSERT ON entries BEGIN
        INSERT INTO words (rowid, order_no, title, note, app_id, data)
        VALUES (new.id, new.order_no, new.title, new.note, new.app_id, new.data);
    END;
    CREATE TRIGGER entries_removed AFTER DELETE ON entries BEGIN
        INSERT INTO words (words, rowid, order_no, title, note, app_id, data)
        VALUES ('delete', old.id, old.order_no, old.title, old.note, old.app_id, old.data);
    END;
    CREATE TRIGGER entries_changed AFTER UPDATE ON entries BEGIN
        INSERT INTO words (words, rowid, order_no, title, note, app_id, data)
        VALUES ('delete', old.id, old.order_no, old.title, old.note, old.app_id, old.data);
        INSERT INTO words (rowid, order_no, title, note, app_id, data)
        VALUES (new.id, new.order_no, new.title, new.note, new.app_id, new.data);
    END;
",
    "
    ALTER TABLE entries ADD COLUMN profile TEXT NOT NULL DEFAULT '';
    ALTER TABLE entries ADD COLUMN template TEXT NOT NULL DEFAULT '';
    ALTER TABLE entries ADD COLUMN is_demo INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX entries_profile ON entries (profile, id);
    CREATE INDEX entries_template ON entries (template, id);
",
    // What is searched by without its `data`, which makes an entry ten times as long to read.
    "
    CREATE INDEX entries_sought ON entries
        (id, at, app_id, profile, template, title, order_no, note);
",
];

/// Brings the tables up to this version; false where a newer one has written them.
pub fn migrate(connection: &mut Connection) -> rusqlite::Result<bool> {
    // Another copy may be at it: it is waited for.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version: usize = transaction
        .query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0))?
        .try_into()
        .unwrap_or(usize::MAX);
    if version > VERSIONS.len() {
        return Ok(false);
    }

    for statements in &VERSIONS[version..] {
        transaction.execute_batch(statements)?;
    }
    transaction.pragma_update(
        None,
        "user_version",
        i64::try_from(VERSIONS.len()).unwrap_or(0),
    )?;
    transaction.commit()?;
    Ok(true)
}
