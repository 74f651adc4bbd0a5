//! Why an export could not be read, or `--columns` not be understood, and what to do.

use std::path::Path;

use ::audit::read::{ColumnsError, Cost, Form, ReadError, Source};
use app::audit::AuditFileError;
use texts::Texts;

use crate::list_words::io;
use crate::other_forms;
use crate::wording::number;

/// Why an export could not be read, and what to do.
pub(crate) fn unreadable(texts: &Texts, path: &Path, error: &AuditFileError) -> String {
    let (problem, next) = match error {
        AuditFileError::Open(error) => (io(texts, error), texts.audit_next_name()),
        AuditFileError::Read(error) => (problem(texts, error), next(texts, error)),
        other => (other.to_string(), texts.audit_next_other()),
    };
    texts.audit_unreadable(&path.display().to_string(), &problem, &next)
}

/// Why a text after `--columns` names no columns, and how to write it.
pub(crate) fn columns(texts: &Texts, error: &ColumnsError) -> String {
    texts.audit_option_columns(&match error {
        ColumnsError::Part { part } => texts.audit_option_part(part),
        ColumnsError::Field { field } => texts.audit_option_field(field),
        ColumnsError::Twice { field } => texts.audit_option_twice(field),
        ColumnsError::NoPassword => texts.audit_option_no_password(),
        ColumnsError::Zero => texts.audit_option_zero(),
        ColumnsError::NameWithoutHeader { name } => texts.audit_option_no_header(name),
        ColumnsError::Header => texts.audit_option_header(),
        other => other.to_string(),
    })
}

/// Where an export comes from: a name, and a clause where it is no product.
pub(crate) fn source_name(texts: &Texts, source: Source) -> String {
    texts.known("prog-source-", source.code()).unwrap_or_else(|| source.name().to_owned())
}

fn form_name(texts: &Texts, form: Form) -> String {
    texts.known("audit-form-", form.code()).unwrap_or_else(|| form.to_string())
}

fn problem(texts: &Texts, error: &ReadError) -> String {
    match error {
        ReadError::Io { offset, source } => texts.audit_export_io(&offset.to_string(), &io(texts, source)),
        ReadError::Cancelled => texts.audit_export_stopped(),
        ReadError::Empty => texts.audit_export_empty(),
        ReadError::NoLogins => texts.audit_export_no_logins(),
        ReadError::TooLong { limit } => texts.audit_export_too_long(*limit),
        ReadError::TooManyEntries { limit, line } => {
            texts.audit_export_too_many_entries(*limit, &line.to_string())
        }
        ReadError::NotText { offset } => texts.audit_export_not_text(&offset.to_string()),
        ReadError::HeaderTooLong { limit } => texts.audit_export_header_too_long(number(*limit)),
        ReadError::TooManyColumns { limit } => texts.audit_export_too_many_columns(number(*limit)),
        ReadError::UnclosedHeader => texts.audit_export_unclosed_header(),
        ReadError::UnknownColumns { columns, header: None } => {
            texts.audit_export_unknown_columns(number(*columns))
        }
        ReadError::UnknownColumns { columns, header: Some(names) } => {
            texts.audit_export_unknown_columns_named(number(*columns), &texts.listed(names))
        }
        ReadError::SeveralPasswordColumns { header, passwords } => {
            let numbers: Vec<String> = passwords.iter().map(usize::to_string).collect();
            texts.audit_export_several_password_columns(&texts.listed(&numbers), &texts.listed(header))
        }
        ReadError::AmbiguousColumn { wanted } => texts.audit_export_ambiguous_column(wanted),
        ReadError::PasswordShown { column } => texts.audit_export_password_shown(&column.to_string()),
        ReadError::LabelledValues => texts.audit_export_labelled_values(),
        ReadError::NoSuchColumn { wanted } => texts.audit_export_no_such_column(wanted),
        ReadError::TooDamaged { rows, line } => {
            texts.audit_export_too_damaged(u64::from(*rows), &line.to_string())
        }
        ReadError::Json { line, column } => texts.audit_export_json(&line.to_string(), &column.to_string()),
        ReadError::UnknownJson => texts.audit_export_unknown_json(),
        ReadError::Form { form } => form_name(texts, *form),
        ReadError::NoExportInZip => texts.audit_export_no_export_in_zip(),
        ReadError::LockedToAccount { format } => {
            texts.audit_export_locked_to_account(&source_name(texts, *format))
        }
        ReadError::NeedsPassword { .. } => texts.audit_export_needs_password(),
        ReadError::WrongPassword { .. } => texts.audit_export_wrong_password(),
        ReadError::TooCostly { what: Cost::Memory } => texts.audit_export_too_much_memory(),
        ReadError::TooCostly { what: Cost::Time } => texts.audit_export_too_much_time(),
        ReadError::Version { format } => texts.audit_export_version(&source_name(texts, *format)),
        ReadError::Damaged { format } => texts.audit_export_damaged(&source_name(texts, *format)),
    }
}

fn next(texts: &Texts, error: &ReadError) -> String {
    match error {
        ReadError::Empty | ReadError::NoLogins => texts.audit_next_empty(),
        ReadError::NotText { .. } => texts.audit_next_not_text(),
        ReadError::UnknownColumns { .. } | ReadError::NoSuchColumn { .. } => texts.audit_next_columns(),
        ReadError::SeveralPasswordColumns { .. } => texts.audit_next_several(),
        ReadError::AmbiguousColumn { .. } => texts.audit_next_number(),
        ReadError::PasswordShown { .. } => texts.audit_next_shown(),
        ReadError::LabelledValues => texts.audit_next_labelled(),
        ReadError::NoExportInZip => texts.audit_next_zip(),
        ReadError::Form { form } => other_forms::next(texts, *form),
        ReadError::UnknownJson => texts.audit_next_json(),
        ReadError::LockedToAccount { .. } => texts.audit_next_account(),
        ReadError::NeedsPassword { .. } => texts.audit_next_password(),
        ReadError::WrongPassword { format: Source::Kdbx } => texts.audit_next_key_file(),
        ReadError::WrongPassword { .. } => texts.audit_next_again(),
        ReadError::TooCostly { .. } | ReadError::Version { .. } => texts.audit_next_csv(),
        ReadError::TooLong { .. } | ReadError::TooManyEntries { .. } => texts.audit_next_split(),
        _ => texts.audit_next_whole(),
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;
    use crate::terminal::english;

    #[test]
    fn every_kind_of_file_has_a_name_in_every_language() {
        for form in Form::ALL {
            for language in texts::LANGUAGES {
                let known = Texts::of(language).known("audit-form-", form.code());
                assert!(known.is_some(), "{language}: {form:?}");
            }
            assert_eq!(form_name(english(), *form), form.to_string());
        }
        for source in Source::ALL {
            assert_eq!(source_name(english(), *source), source.name());
        }
    }

    #[test]
    fn the_english_sentences_are_those_of_the_errors() {
        let format = Source::Bitwarden;
        let wanted = || "Secret".to_owned();
        let errors = [
            ReadError::Io { offset: 4_096, source: io::Error::from(io::ErrorKind::Interrupted) },
            ReadError::Cancelled,
            ReadError::Empty,
            ReadError::NoLogins,
            ReadError::TooLong { limit: 9 },
            ReadError::TooManyEntries { limit: 9, line: 1_234 },
            ReadError::NotText { offset: 4_096 },
            ReadError::HeaderTooLong { limit: 9 },
            ReadError::TooManyColumns { limit: 9 },
            ReadError::UnclosedHeader,
            ReadError::UnknownColumns { columns: 4, header: None },
            ReadError::AmbiguousColumn { wanted: wanted() },
            ReadError::PasswordShown { column: 3 },
            ReadError::LabelledValues,
            ReadError::NoSuchColumn { wanted: wanted() },
            ReadError::TooDamaged { rows: 2, line: 1_234 },
            ReadError::Json { line: 1_234, column: 5 },
            ReadError::UnknownJson,
            ReadError::NoExportInZip,
            ReadError::LockedToAccount { format },
            ReadError::NeedsPassword { format },
            ReadError::WrongPassword { format },
            ReadError::Version { format },
            ReadError::Damaged { format },
        ];
        for error in &errors {
            assert_eq!(problem(english(), error), error.to_string());
        }
    }
}
