//! Every sentence that Rust writes for a person, in the reader's language: Fluent messages from `src-tauri/locales`, one
//! method each, with days, numbers, plurals and lists by the rules of CLDR.
//!
//! A language is a folder there. The build stops when one lacks a message or a variable. The window reads the messages
//! of `shared` too; those of `papers` (sheets, published pages, reports) and of `program` (the terminal) are Rust's alone.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_calendar::Iso;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{T, YMD};
use icu_datetime::input::{Date as IcuDate, Time as IcuTime};
use icu_decimal::DecimalFormatter;
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale_core::Locale;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use unic_langid::LanguageIdentifier;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

const ENGLISH: &str = "en";

/// Languages that are written from right to left.
const RIGHT_TO_LEFT: [&str; 9] = ["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/// The direction of writing of a language, by its first part.
#[must_use]
pub fn direction(language: &str) -> &'static str {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    if RIGHT_TO_LEFT.iter().any(|other| primary.eq_ignore_ascii_case(other)) { "rtl" } else { "ltr" }
}

/// The sentences of one language.
pub struct Texts {
    language: &'static str,
    bundle: FluentBundle<FluentResource>,
    days: DateTimeFormatter<YMD>,
    times: DateTimeFormatter<T>,
    lists: ListFormatter,
}

impl Texts {
    /// The texts of this language, by its first part; English where there are none.
    #[must_use]
    pub fn of(language: &str) -> &'static Self {
        static ENGLISH_TEXTS: OnceLock<Texts> = OnceLock::new();
        static OTHERS: OnceLock<Vec<Texts>> = OnceLock::new();
        let load = |(language, files): &(&'static str, &[&str])| Self::load(language, files);
        let others = OTHERS.get_or_init(|| OTHER_FILES.iter().map(load).collect());
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        let known = |wanted: &str| others.iter().find(|texts| texts.language.eq_ignore_ascii_case(wanted));
        known(language)
            .or_else(|| known(primary))
            .unwrap_or_else(|| ENGLISH_TEXTS.get_or_init(|| Self::load(ENGLISH, ENGLISH_FILES)))
    }

    /// The code of this language, as in `lang`.
    #[must_use]
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// The direction of writing of this language, as in `dir`.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        direction(self.language)
    }

    /// The message whose name ends with a code, where there is one: for codes that come from data. It takes no
    /// arguments.
    #[must_use]
    pub fn known(&self, prefix: &str, code: &str) -> Option<String> {
        let name = format!("{prefix}{code}");
        self.bundle.has_message(&name).then(|| self.say(&name, []))
    }

    #[allow(clippy::expect_used, reason = "compiled data; a test loads every language")]
    fn load(language: &'static str, files: &[&str]) -> Self {
        // English days are written as in Britain: 14 March 2026.
        let code = if language == ENGLISH { "en-GB" } else { language };
        let identifier: LanguageIdentifier = code.parse().expect("the folder is named by a language");
        let locale: Locale = code.parse().expect("the folder is named by a language");
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Papers are HTML, and what is put in is escaped there.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(grouped));
        for file in files {
            let resource = FluentResource::try_new((*file).to_owned()).expect("the build has read it");
            bundle.add_resource(resource).expect("the build has compared the names");
        }
        // The values are written before they are put in; a function only says of which kind they are.
        for function in ["NUMBER", "DAY", "MOMENT", "MINUTES"] {
            bundle
                .add_function(function, |given, _| given.first().cloned().unwrap_or(FluentValue::None))
                .expect("each is added once");
        }
        let lists = ListFormatterOptions::default().with_length(ListLength::Short);
        Self {
            language,
            bundle,
            days: DateTimeFormatter::try_new(locale.clone().into(), YMD::long()).expect("compiled data"),
            times: DateTimeFormatter::try_new(locale.clone().into(), T::hm()).expect("compiled data"),
            lists: ListFormatter::try_new_unit(locale.into(), lists).expect("compiled data"),
        }
    }

    fn say<const N: usize>(&self, name: &str, given: [(&'static str, FluentValue<'_>); N]) -> String {
        let arguments: FluentArgs<'_> = given.into_iter().collect();
        let pattern = self.bundle.get_message(name).and_then(|message| message.value());
        let mut errors = Vec::new();
        let said = pattern.map(|pattern| self.bundle.format_pattern(pattern, Some(&arguments), &mut errors));
        debug_assert!(errors.is_empty(), "{name}: {errors:?}");
        said.map_or_else(|| name.to_owned(), Into::into)
    }

    /// A day: `14 March 2026`.
    #[must_use]
    pub fn day(&self, day: Date) -> String {
        let month = u8::try_from(day.month()).unwrap_or(1);
        let of_month = u8::try_from(day.day()).unwrap_or(1);
        match IcuDate::<Iso>::try_new_iso(day.year().into(), month, of_month) {
            Ok(date) => self.days.format(&date).to_string(),
            Err(_) => day.to_string(),
        }
    }

    /// A moment in Coordinated Universal Time: `14 March 2026, 18:00 UTC`.
    #[must_use]
    pub fn moment(&self, at: jiff::Timestamp) -> String {
        let at = at.to_zoned_datetime(TimeZone::UTC);
        let part = |number: i8| u8::try_from(number).unwrap_or_default();
        let time = IcuTime::try_new(part(at.hour()), part(at.minute()), 0, 0);
        let time = time
            .map_or_else(|_| at.strftime("%H:%M").to_string(), |time| self.times.format(&time).to_string());
        self.day_and_time_utc(&self.day(at.date()), &time)
    }

    /// A span of minutes, in hours from an hour and a half on: `25 minutes`, `1 hour 40 minutes`.
    #[must_use]
    pub fn minutes(&self, minutes: u64) -> String {
        if minutes < 90 {
            return self.span_minutes(minutes);
        }
        // To ten minutes: nobody plans closer than that.
        let tens = (minutes + 5) / 10;
        match (tens / 6, tens % 6 * 10) {
            (hours, 0) => self.span_hours(hours),
            (hours, rest) => self.hours_and_minutes(&self.span_hours(hours), &self.span_minutes(rest)),
        }
    }

    /// A whole number with its digits grouped: `1,234`.
    #[must_use]
    pub fn number(&self, number: u64) -> String {
        self.plain_number(number)
    }

    /// Names one after the other, without a word before the last.
    #[must_use]
    pub fn listed<S: AsRef<str>>(&self, names: &[S]) -> String {
        self.lists.format(names.iter().map(AsRef::as_ref)).to_string()
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts that people read are far below 2^53")]
fn number(number: u64) -> FluentValue<'static> {
    FluentValue::from(number as f64)
}

struct Grouped(DecimalFormatter);

impl Memoizable for Grouped {
    type Args = ();
    type Error = ();

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        let locale: Locale = language.to_string().parse().map_err(|_| ())?;
        DecimalFormatter::try_new(locale.into(), <_>::default()).map(Self).map_err(|_| ())
    }
}

/// Writes numbers as the language does; everything else as it is.
#[allow(clippy::cast_possible_truncation, reason = "only whole numbers are given")]
fn grouped(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let whole = number.value as i64;
    memoizer.with_try_get::<Grouped, _, _>((), |formatter| formatter.0.format(&whole.into()).to_string()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_loads_and_is_found_by_its_first_part() {
        for language in LANGUAGES {
            assert_eq!(Texts::of(language).language(), *language);
        }
        assert_eq!(Texts::of("de-AT").language(), "de");
        assert_eq!(Texts::of("xx").language(), "en");
    }

    #[test]
    fn days_numbers_spans_and_lists_are_written_as_the_language_does() {
        let (english, german) = (Texts::of("en"), Texts::of("de"));
        let day = jiff::civil::date(2026, 3, 14);
        let moment = "2026-03-14T18:00:00Z".parse().unwrap();
        assert_eq!([english.day(day), german.day(day)], ["14 March 2026", "14. März 2026"]);
        assert_eq!(
            [english.moment(moment), german.moment(moment)],
            ["14 March 2026, 18:00 UTC", "14. März 2026, 18:00 UTC"]
        );
        assert_eq!([english.number(1_234_567), german.number(1_234_567)], ["1,234,567", "1.234.567"]);
        assert_eq!([english.minutes(1), german.minutes(1)], ["1 minute", "1 Minute"]);
        assert_eq!([english.minutes(25), german.minutes(25)], ["25 minutes", "25 Minuten"]);
        assert_eq!([english.minutes(120), german.minutes(101)], ["2 hours", "1 Stunde 40 Minuten"]);
        assert_eq!(english.listed(&["5", "7", "9"]), "5, 7, 9");
    }
}
