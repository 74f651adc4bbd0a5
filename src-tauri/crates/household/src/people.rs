//! Who is in the household.

use rusqlite::{OptionalExtension as _, Row, params};

use crate::store::Store;
use crate::{HouseholdError, Name};

/// A person, for as long as they are in the household.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(pub(crate) i64);

impl PersonId {
    /// The number by which a shell names the person.
    #[must_use]
    pub fn number(self) -> i64 {
        self.0
    }

    /// The person whom a shell names by this number; whether there is one, the store says.
    #[must_use]
    pub fn from_number(number: i64) -> Self {
        Self(number)
    }
}

/// Somebody in the household.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Stays when the name changes.
    pub id: PersonId,
    /// What they are called.
    pub name: Name,
    /// The code of the country whose contacts they want, if they chose one.
    pub country: Option<String>,
}

impl Store {
    /// Everybody, in the order in which they came.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn people(&self) -> Result<Vec<Person>, HouseholdError> {
        self.read(|open| {
            let mut all = open.prepare_cached("SELECT id, name, country FROM person ORDER BY id")?;
            let people = all.query_map([], person)?.collect::<Result<_, _>>()?;
            Ok(people)
        })
    }

    /// Who is called so, whatever the case of the letters.
    ///
    /// # Errors
    /// `Nobody`, or the file cannot be read.
    pub fn person(&self, name: &Name) -> Result<Person, HouseholdError> {
        self.read(|open| {
            let found = open
                .query_row("SELECT id, name, country FROM person WHERE name_key = ?1", [name.key()], person)
                .optional()?;
            found.ok_or_else(|| HouseholdError::Nobody.into())
        })
    }

    /// Somebody new.
    ///
    /// # Errors
    /// When the name is taken, or the file cannot be written.
    pub fn add(&mut self, name: &Name) -> Result<Person, HouseholdError> {
        self.write(|open| {
            let added = open.execute(
                "INSERT INTO person (name, name_key) VALUES (?1, ?2) ON CONFLICT (name_key) DO NOTHING",
                [name.as_str(), &name.key()],
            )?;
            if added == 0 {
                return Err(HouseholdError::NameTaken.into());
            }
            Ok(Person { id: PersonId(open.last_insert_rowid()), name: name.clone(), country: None })
        })
    }

    /// Another name for the same person.
    ///
    /// # Errors
    /// When nobody is this person, somebody else is called so, or the file cannot be written.
    pub fn rename(&mut self, person: PersonId, name: &Name) -> Result<(), HouseholdError> {
        self.write(|open| {
            let other: Option<i64> = open
                .query_row(
                    "SELECT id FROM person WHERE name_key = ?1 AND id <> ?2",
                    params![name.key(), person.0],
                    |row| row.get(0),
                )
                .optional()?;
            if other.is_some() {
                return Err(HouseholdError::NameTaken.into());
            }
            let changed = open.execute(
                "UPDATE person SET name = ?1, name_key = ?2 WHERE id = ?3",
                params![name.as_str(), name.key(), person.0],
            )?;
            if changed == 0 { Err(HouseholdError::Nobody.into()) } else { Ok(()) }
        })
    }

    /// Takes somebody out with all that was kept of them, and the notices that nobody else follows.
    ///
    /// # Errors
    /// When nobody is this person, or the file cannot be written.
    pub fn remove(&mut self, person: PersonId) -> Result<(), HouseholdError> {
        self.write(|open| {
            if open.execute("DELETE FROM person WHERE id = ?1", [person.0])? == 0 {
                return Err(HouseholdError::Nobody.into());
            }
            open.execute("DELETE FROM notice WHERE id NOT IN (SELECT notice FROM following)", [])?;
            Ok(())
        })?;
        // What was overwritten in the file still stands in its log until the log is taken in.
        self.take_in_log()
    }

    /// The country whose contacts a person wants.
    ///
    /// # Errors
    /// When nobody is this person, or the file cannot be written.
    pub fn set_country(&mut self, person: PersonId, country: &str) -> Result<(), HouseholdError> {
        self.write(|open| {
            let changed =
                open.execute("UPDATE person SET country = ?1 WHERE id = ?2", params![country, person.0])?;
            if changed == 0 { Err(HouseholdError::Nobody.into()) } else { Ok(()) }
        })
    }
}

fn person(row: &Row<'_>) -> rusqlite::Result<Person> {
    let name: String = row.get(1)?;
    let name = Name::new(&name).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(1, rusqlite::types::Type::Text, Box::new(error))
    })?;
    Ok(Person { id: PersonId(row.get(0)?), name, country: row.get(2)? })
}
