//! The tables, as one migration for each version. A migration that was ever shipped is never changed.

use rusqlite::{Connection, TransactionBehavior};

/// The newest version of the file.
#[expect(clippy::cast_possible_truncation, reason = "there are a handful")]
pub const VERSION: u32 = MIGRATIONS.len() as u32;

/// From version n to n + 1. `following.steps` is what the plan asked of the person when it was last looked at, as JSON.
const MIGRATIONS: &[&str] = &[
    "CREATE TABLE person (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL UNIQUE,
        country TEXT
    ) STRICT;
    CREATE TABLE notice (
        id TEXT PRIMARY KEY,
        revision INTEGER NOT NULL,
        trust TEXT NOT NULL,
        title TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT;
    CREATE TABLE following (
        person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
        notice TEXT NOT NULL REFERENCES notice,
        last_read INTEGER NOT NULL,
        steps TEXT NOT NULL,
        PRIMARY KEY (person, notice)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE tick (
        person INTEGER NOT NULL,
        notice TEXT NOT NULL,
        step TEXT NOT NULL,
        mark TEXT NOT NULL CHECK (mark IN ('done', 'not_for_me', 'later')),
        how TEXT NOT NULL CHECK (how IN ('you_told_us', 'we_checked')),
        at TEXT NOT NULL,
        remind_on TEXT,
        PRIMARY KEY (person, notice, step),
        FOREIGN KEY (person, notice) REFERENCES following ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE answer (
        person INTEGER NOT NULL,
        notice TEXT NOT NULL,
        question TEXT NOT NULL,
        answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'not_sure')),
        at TEXT NOT NULL,
        PRIMARY KEY (person, notice, question),
        FOREIGN KEY (person, notice) REFERENCES following ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;",
    // The notice that the window showed last to each person.
    "ALTER TABLE person ADD COLUMN open_notice TEXT REFERENCES notice ON DELETE SET NULL;",
    // How a signed notice came here, so that it can be verified again and asked for a newer statement.
    "ALTER TABLE notice ADD COLUMN address TEXT;
    ALTER TABLE notice ADD COLUMN link TEXT;",
];

/// Brings the file to [`VERSION`], whole or not at all. `Some` is the version of a file that is newer.
pub(crate) fn migrate(db: &mut Connection) -> rusqlite::Result<Option<u32>> {
    if version(db)? == VERSION {
        return Ok(None);
    }
    let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let at = version(&change)?;
    if at > VERSION {
        return Ok(Some(at));
    }
    for migration in MIGRATIONS.iter().skip(at as usize) {
        change.execute_batch(migration)?;
    }
    change.pragma_update(None, "user_version", VERSION)?;
    change.commit()?;
    Ok(None)
}

/// The version of a file; 0 without any table.
pub(crate) fn version(db: &Connection) -> rusqlite::Result<u32> {
    db.pragma_query_value(None, "user_version", |row| row.get(0))
}
