//! `selfcheck notice lint | new | key | card | sign | publish | link | from-breach`: what staff do.

use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};

use app::data::DataDir;
use app::desk::{
    self, CardPlace, CardRequest, DeskError, Doubt, Given, Hardness, KeyKind, Life, MadeCard, NoNotice,
    Numbers, Origin, PublishRequest, Published, SigningKey,
};
use app::own_file::{Kind, Readers};
use jiff::Timestamp;
use notice::PublicKey;
use notice::container::{Container, split};
use notice::lint::{Finding, Level};
use schemars::JsonSchema;
use serde::Serialize;
use zeroize::Zeroizing;

use crate::desk_args::{
    CardOptions, DeskCommand, FromBreachOptions, KeyOptions, Kind as KeyOf, LinkOptions, LintOptions,
    NewOptions, PublishOptions, SignOptions,
};
use crate::notice_source::fetch_bytes;
use crate::terminal::{
    Failure, english, read_secret_line, read_source, say, say_json, tell, tell_always, texts,
};
use crate::wording::number;
use crate::{desk_errors, desk_words, notice_errors, output};

/// A notice has at most so many bytes; one more tells a longer one apart.
const MOST_BYTES: u64 = notice::MAX_BYTES as u64;

#[derive(Serialize, JsonSchema)]
pub(crate) struct LintJson {
    findings: Vec<FindingJson>,
    errors: usize,
    warnings: usize,
}

#[derive(Serialize, JsonSchema)]
struct FindingJson {
    code: &'static str,
    level: &'static str,
    field: String,
    line: u32,
    column: u32,
    text: String,
}

pub(crate) fn run(command: &DeskCommand, data_dir: Option<PathBuf>, json: bool) -> Result<u8, Failure> {
    match command {
        DeskCommand::Lint(options) => lint(options, json),
        DeskCommand::New(options) => new(options),
        DeskCommand::Key(options) => key(options),
        DeskCommand::Card(options) => card(options, numbers(data_dir).as_ref()),
        DeskCommand::Sign(options) => sign(options),
        DeskCommand::Publish(options) => publish(options, numbers(data_dir).as_ref(), json),
        DeskCommand::Link(options) => link(options),
        DeskCommand::FromBreach(options) => from_breach(options),
    }
}

fn lint(options: &LintOptions, json: bool) -> Result<u8, Failure> {
    let bytes = read_source(&options.file, MOST_BYTES)?;
    let findings = notice::lint::lint(&bytes, &desk::surroundings(now(options.now))).map_err(|error| {
        let texts = texts();
        let problem = notice_errors::notice(texts, &error);
        Failure::WrongUse(texts.desk_lint_unreadable(&options.file, &problem))
    })?;
    report(&options.file, &findings, json)
}

/// Prints what was found; 1 with an error among it.
fn report(name: &str, findings: &[Finding], json: bool) -> Result<u8, Failure> {
    let errors = findings.iter().filter(|finding| finding.code.level() == Level::Error).count();
    let warnings = findings.len() - errors;
    if json {
        let findings = findings.iter().map(|finding| FindingJson {
            code: finding.code.code(),
            level: finding.code.level().code(),
            field: finding.field.clone(),
            line: finding.line,
            column: finding.column,
            text: desk_words::finding(english(), finding),
        });
        say_json(&LintJson { findings: findings.collect(), errors, warnings })?;
        return Ok(u8::from(errors > 0));
    }
    for finding in findings {
        say(&finding_line(name, finding))?;
    }
    let texts = texts();
    say(&texts.desk_lint_total(number(errors), number(warnings)))?;
    let known = notice::lint::Code::ReadingAge.languages().unwrap_or_default();
    say(&texts.desk_lint_reads(&texts.listed(known)))?;
    Ok(u8::from(errors > 0))
}

fn finding_line(name: &str, finding: &Finding) -> String {
    format!(
        "{name}:{}:{}: {} {} ({}): {}",
        finding.line,
        finding.column,
        finding.code.level().code(),
        finding.code.code(),
        finding.field,
        desk_words::finding(texts(), finding),
    )
}

fn new(options: &NewOptions) -> Result<u8, Failure> {
    let template = notice::template::named(&options.template).map_or("", |template| template.text);
    desk::write_new(&options.out, template.as_bytes(), false).map_err(failure)?;
    tell(&texts().desk_new_made(&options.out.display().to_string()));
    Ok(0)
}

fn key(options: &KeyOptions) -> Result<u8, Failure> {
    let kind = match options.kind {
        KeyOf::Root => KeyKind::Root,
        KeyOf::Desk => KeyKind::Desk,
    };
    let texts = texts();
    let typed = passphrase(&texts.desk_ask_new())?;
    if io::stdin().is_terminal() && *typed != *passphrase(&texts.desk_ask_again())? {
        return Err(Failure::WrongUse(texts.desk_passphrases_differ()));
    }
    let (path, public) = desk::make_key(kind, &options.out, &typed, Hardness::STOCK).map_err(failure)?;
    say(&public.to_string())?;
    tell(&texts.desk_key_made(&path.display().to_string()));
    if kind == KeyKind::Root {
        tell(&texts.desk_key_words(&public.words()));
    }
    Ok(0)
}

fn card(options: &CardOptions, numbers: Option<&Numbers>) -> Result<u8, Failure> {
    let publics = |files: &[PathBuf]| files.iter().map(|file| public(file)).collect::<Result<Vec<_>, _>>();
    let (desk_keys, roots) = (publics(&options.desk_key)?, publics(&options.root)?);
    let previous = options.previous.as_ref().map(|path| desk::read(path).map(|bytes| (path.clone(), bytes)));
    let previous = previous.transpose().map_err(failure)?;
    let mut signers = Vec::new();
    for path in &options.key {
        signers.push((path.clone(), open_key(path)?));
    }
    let request = CardRequest {
        name: &options.name,
        domains: &options.domain,
        desk_keys,
        roots,
        signers: &signers,
        previous,
        days: options.days,
        now: now(options.now),
    };
    let inputs = [options.desk_key.as_slice(), &options.root].concat();
    let place = CardPlace {
        out: &options.out,
        inputs: &inputs,
        numbers,
        start_over: options.start_over,
        leave_out: options.leave_out,
    };
    let made = desk::make_card(&request, &place).map_err(failure)?;
    say_card(&made, now(options.now));
    Ok(0)
}

fn say_card(made: &MadeCard, now: Timestamp) {
    let texts = texts();
    let (serial, expires) = (made.card.serial.to_string(), made.card.expires.to_string());
    tell(&texts.desk_card_made(&made.path.display().to_string(), &serial, &expires));
    if let Some(former) = &made.former {
        tell(&texts.desk_card_former(&former.display().to_string()));
    }
    if let Some(known) = made.counted_from {
        tell_always(&texts.desk_card_counted(&known.to_string()));
    }
    for root in &made.left_out {
        tell_always(&texts.desk_card_dropped_root(&root.words()));
    }
    if !made.follows {
        tell_always(&texts.desk_card_breaks());
    }
    for root in &made.card.roots {
        let words = root.words();
        tell(&if *root == made.root {
            texts.desk_card_signing_root(&words)
        } else {
            texts.desk_card_other_root(&words)
        });
    }
    tell(&texts.desk_card_print_words());
    match &made.calendar {
        Some(path) => tell(&texts.desk_card_calendar(&path.display().to_string())),
        None => tell(&texts.desk_card_no_calendar()),
    }
    tell_life(desk::life(&made.card, now), made.card.expires);
}

/// Says that a card is near its end, or past it.
pub(crate) fn tell_life(life: Life, expires: Timestamp) {
    let (texts, expires) = (texts(), expires.to_string());
    match life {
        Life::Long => {}
        Life::Days(0) => tell_always(&texts.desk_card_last_day(&expires)),
        Life::Days(days) => {
            tell_always(&texts.desk_card_near_end(u64::try_from(days).unwrap_or_default(), &expires));
        }
        Life::Ended => tell_always(&texts.desk_card_past_end(&expires)),
    }
}

/// Reminds staff, who made or used this card on this computer, of its end; readers can do nothing about it.
pub(crate) fn remind_staff(file: &[u8], root: &PublicKey, data_dir: Option<PathBuf>, now: Timestamp) {
    let Ok(Container::Signed(parts)) = split(file) else { return };
    let Ok(card) = parts.publisher.read_card() else { return };
    let Some(numbers) = numbers(data_dir) else { return };
    if numbers.knows(root) {
        tell_life(desk::life(&card, now), card.expires);
    }
}

/// What this computer has published; `None` where nothing can be kept.
fn numbers(data_dir: Option<PathBuf>) -> Option<Numbers> {
    DataDir::find(data_dir).map(|data| Numbers::of(&data))
}

fn public(path: &Path) -> Result<PublicKey, Failure> {
    let text = desk::read_text(path).map_err(failure)?;
    PublicKey::from_file_text(&text).map_err(|_| failure(DeskError::NotAKey { path: path.to_owned() }))
}

fn open_key(path: &Path) -> Result<SigningKey, Failure> {
    let passphrase = passphrase(&texts().desk_ask_key(&path.display().to_string()))?;
    SigningKey::open(path, &passphrase).map_err(failure)
}

fn sign(options: &SignOptions) -> Result<u8, Failure> {
    let inputs = [options.file.as_path(), &options.key, &options.card];
    let place = output::place(&options.out, Kind::Notice, inputs)?;
    let body = desk::read(&options.file).map_err(failure)?;
    let card = desk::read(&options.card).map_err(failure)?;
    let key = open_key(&options.key)?;
    let signed = desk::sign(&options.file, &body, &key, &options.card, &card, Timestamp::now());
    let signed = signed.map_err(failure)?;
    place
        .write(signed.text.as_bytes(), Readers::All)
        .map_err(|source| failure(DeskError::File { path: options.out.clone(), source }))?;
    let texts = texts();
    let refused = !signed.doubts.is_empty();
    for doubt in signed.doubts {
        tell_always(&match doubt {
            Doubt::DeskKeyNotInCard => texts.desk_doubt_key(),
            Doubt::ForeignDomain => texts.desk_doubt_domain(),
        });
    }
    if signed.comments > 0 {
        tell_always(&texts.desk_signed_comments(number(signed.comments)));
    }
    tell_life(signed.life, signed.card_expires);
    Ok(u8::from(refused))
}

fn publish(options: &PublishOptions, numbers: Option<&Numbers>, json: bool) -> Result<u8, Failure> {
    let draft = desk::read(&options.file).map_err(failure)?;
    let card = desk::read(&options.card).map_err(failure)?;
    let previous =
        options.previous.as_deref().map(|place| Ok::<_, Failure>((place, fetched_or_read(place)?)));
    let previous = previous.transpose()?;
    let key = open_key(&options.key)?;
    let request = PublishRequest {
        name: &options.file,
        draft: &draft,
        key: &key,
        card_name: &options.card,
        card: &card,
        url: &options.url,
        summary: &options.summary,
        now: now(options.now),
        out: &options.out,
        previous: previous.as_ref().map(|(name, bytes)| Given { name: Path::new(name), bytes }),
        numbers,
    };
    match desk::publish(&request) {
        Ok(published) => say_published(&published, options),
        Err(DeskError::Refused { findings }) => {
            let code = report(&options.file.display().to_string(), &findings, json)?;
            tell(&texts().desk_nothing_published());
            Ok(code)
        }
        Err(error) => Err(failure(error)),
    }
}

/// A file, or what an address gives.
fn fetched_or_read(place: &str) -> Result<Vec<u8>, Failure> {
    if place.contains("://") { fetch_bytes(place) } else { desk::read(Path::new(place)).map_err(failure) }
}

fn say_published(published: &Published, options: &PublishOptions) -> Result<u8, Failure> {
    let texts = texts();
    let (revision, folder) = (published.revision.to_string(), options.out.display().to_string());
    tell(&texts.desk_published(&published.id, &revision, &folder));
    for file in &published.files {
        tell(&format!("  {}", file.display()));
    }
    tell(&texts.desk_published_card(domain(&published.id)));
    tell(&texts.desk_published_words(&published.words));
    match &published.after {
        None => {
            let slug = published.id.split_once('/').map_or("", |(_, slug)| slug);
            let address = format!("{}/{slug}.notice", options.url.trim_end_matches('/'));
            tell_always(&texts.desk_published_first(&revision, &address));
        }
        Some(Origin::Remembered) => tell_always(&texts.desk_published_remembered()),
        Some(_) => {}
    }
    if published.comments > 0 {
        tell(&texts.desk_published_comments(number(published.comments)));
    }
    if !published.findings.is_empty() {
        tell(&texts.desk_published_warnings(number(published.findings.len())));
        for finding in &published.findings {
            tell(&finding_line(&options.file.display().to_string(), finding));
        }
    }
    if let Some(error) = &published.not_remembered {
        tell_always(&texts.desk_number_not_kept(&desk_errors::problem(texts, error)));
    }
    tell_life(published.life, published.card_expires);
    say(&published.link)?;
    Ok(0)
}

fn domain(id: &str) -> &str {
    id.split_once('/').map_or(id, |(domain, _)| domain)
}

fn link(options: &LinkOptions) -> Result<u8, Failure> {
    let bytes = desk::read(&options.file).map_err(failure)?;
    let (link, card) = desk::link(&options.file, &bytes, &options.url).map_err(failure)?;
    say(&link.to_string())?;
    tell_life(desk::life(&card, Timestamp::now()), card.expires);
    Ok(0)
}

fn from_breach(options: &FromBreachOptions) -> Result<u8, Failure> {
    let (texts, name) = (texts(), &options.name);
    let text = desk::from_breach(name).map_err(|error| {
        Failure::WrongUse(match error {
            NoNotice::Unknown { near } if near.is_empty() => texts.desk_breach_unknown(name),
            NoNotice::Unknown { near } => texts.desk_breach_near(name, &texts.listed(&near)),
            NoNotice::Fabricated => texts.desk_breach_made_up(name),
            _ => texts.desk_breach_taken_back(name),
        })
    })?;
    match &options.out {
        Some(path) => desk::write_new(path, text.as_bytes(), false).map_err(failure)?,
        None => say(text.trim_end())?,
    }
    tell(&texts.desk_breach_source());
    Ok(0)
}

fn now(asked: Option<Timestamp>) -> Timestamp {
    asked.unwrap_or_else(Timestamp::now)
}

#[allow(clippy::needless_pass_by_value, reason = "it ends a `map_err`")]
fn failure(error: DeskError) -> Failure {
    Failure::WrongUse(desk_errors::failure(texts(), &error))
}

/// The next passphrase: asked without echo on a terminal, else a line of standard input.
fn passphrase(prompt: &str) -> Result<Zeroizing<Vec<u8>>, Failure> {
    Ok(read_secret_line(&format!("{prompt} "))?.unwrap_or_default())
}
