//! Runs of keys that are next to each other, on the keyboards of other countries. The tables are facts of the layouts.

use std::collections::HashMap;
use std::sync::OnceLock;

use zeroize::Zeroizing;

/// A straight run along a row or a column of keys counts from so many keys on.
const STRAIGHT: usize = 4;
/// A run that turns counts from so many keys on …
const TURNING: usize = 6;
/// … and up to so many straight parts for so many steps: one that turns at each key is as good as random.
const PARTS: (usize, usize) = (5, 8);
/// A short run that comes again one key further counts from so many keys on, and from two such runs on …
const SHIFTED: usize = 6;
/// … each of so many keys: `q1w2e3`, `qweasdzxc`, `1qaz2wsx`.
const PERIODS: std::ops::RangeInclusive<usize> = 2..=4;

/// Rows of keys from the digits down, each with the keys as they are and with Shift. The first key of each of the four
/// rows is the one at the left edge (left of 1, Q, A, Z on a keyboard with 105 keys; a blank where there is none), so that
/// equal places are in a column that leans to the right. A blank is a key that types no character of its own.
const LAYOUTS: [[&str; 8]; 14] = [
    // German
    [
        "^1234567890ß´",
        "°!\"§$%&/()=?`",
        " qwertzuiopü+",
        " QWERTZUIOPÜ*",
        " asdfghjklöä#",
        " ASDFGHJKLÖÄ'",
        "<yxcvbnm,.-",
        ">YXCVBNM;:_",
    ],
    // French
    [
        "²&é\"'(-è_çà)=",
        " 1234567890°+",
        " azertyuiop^$",
        " AZERTYUIOP¨£",
        " qsdfghjklmù*",
        " QSDFGHJKLM%µ",
        "<wxcvbn,;:!",
        ">WXCVBN?./§",
    ],
    // Spanish
    [
        "º1234567890'¡",
        "ª!\"·$%&/()=?¿",
        " qwertyuiop`+",
        " QWERTYUIOP^*",
        " asdfghjklñ´ç",
        " ASDFGHJKLÑ¨Ç",
        "<zxcvbnm,.-",
        ">ZXCVBNM;:_",
    ],
    // Italian
    [
        "\\1234567890'ì",
        "|!\"£$%&/()=?^",
        " qwertyuiopè+",
        " QWERTYUIOPé*",
        " asdfghjklòàù",
        " ASDFGHJKLç°§",
        "<zxcvbnm,.-",
        ">ZXCVBNM;:_",
    ],
    // Portuguese, and with ç the Brazilian letters
    [
        "\\1234567890'«",
        "|!\"#$%&/()=?»",
        " qwertyuiop+´",
        " QWERTYUIOP*`",
        " asdfghjklçº~",
        " ASDFGHJKLÇª^",
        "<zxcvbnm,.-",
        ">ZXCVBNM;:_",
    ],
    // British
    [
        "`1234567890-=",
        "¬!\"£$%^&*()_+",
        " qwertyuiop[]",
        " QWERTYUIOP{}",
        " asdfghjkl;'#",
        " ASDFGHJKL:@~",
        "\\zxcvbnm,./",
        "|ZXCVBNM<>?",
    ],
    // Swedish and Finnish; Danish and Norwegian differ in the last letters
    [
        "§1234567890+´",
        "½!\"#¤%&/()=?`",
        " qwertyuiopå¨",
        " QWERTYUIOPÅ^",
        " asdfghjklöä'",
        " ASDFGHJKLÖÄ*",
        "<zxcvbnm,.-",
        ">ZXCVBNM;:_",
    ],
    [
        "½1234567890+´",
        "§!\"#¤%&/()=?`",
        " qwertyuiopå¨",
        " QWERTYUIOPÅ^",
        " asdfghjklæø'",
        " ASDFGHJKLÆØ*",
        "<zxcvbnm,.-",
        ">ZXCVBNM;:_",
    ],
    // Turkish Q and F
    [
        "\"1234567890*-",
        "é!'^+%&/()=?_",
        " qwertyuıopğü",
        " QWERTYUIOPĞÜ",
        " asdfghjklşi,",
        " ASDFGHJKLŞİ;",
        "<zxcvbnmöç.",
        ">ZXCVBNMÖÇ:",
    ],
    [
        "+1234567890/-",
        "*!\"^$%&'()=?_",
        " fgğıodrnhpqw",
        " FGĞIODRNHPQW",
        " uieaütkmlyşx",
        " UİEAÜTKMLYŞX",
        "<jövcçzsb.,",
        ">JÖVCÇZSB:;",
    ],
    // Russian and Ukrainian
    [
        "ё1234567890-=",
        "Ё!\"№;%:?*()_+",
        " йцукенгшщзхъ",
        " ЙЦУКЕНГШЩЗХЪ",
        " фывапролджэ\\",
        " ФЫВАПРОЛДЖЭ/",
        " ячсмитьбю.",
        " ЯЧСМИТЬБЮ,",
    ],
    [
        "'1234567890-=",
        "₴!\"№;%:?*()_+",
        " йцукенгшщзхї",
        " ЙЦУКЕНГШЩЗХЇ",
        " фівапролджє\\",
        " ФІВАПРОЛДЖЄ/",
        "ґячсмитьбю.",
        "ҐЯЧСМИТЬБЮ,",
    ],
    // American: zxcvbn has it, but not its columns one after the other. Russian and Ukrainian keys are read by it.
    [
        "`1234567890-=",
        "~!@#$%^&*()_+",
        " qwertyuiop[]",
        " QWERTYUIOP{}",
        " asdfghjkl;'\\",
        " ASDFGHJKL:\"|",
        " zxcvbnm,./",
        " ZXCVBNM<>?",
    ],
    // Arabic
    [
        "ذ1234567890-=",
        "ّ!@#$%^&*)(_+",
        " ضصثقفغعهخحجد",
        " َُِّْ            ",
        " شسيبلاتنمكط\\",
        "             ",
        " ئءؤرىةوزظ  ",
        "            ",
    ],
];

/// Of the layouts: that of Latin letters by which Cyrillic keys are read.
const AMERICAN: usize = 12;
const RUSSIAN: usize = 10;
const UKRAINIAN: usize = 11;

type Place = (i8, i8);

/// Where a character is on each layout.
type Places = [Option<Place>; LAYOUTS.len()];

fn keys() -> &'static HashMap<char, Places> {
    static KEYS: OnceLock<HashMap<char, Places>> = OnceLock::new();
    KEYS.get_or_init(|| {
        let mut keys: HashMap<char, Places> = HashMap::new();
        for (layout, rows) in LAYOUTS.iter().enumerate() {
            for (row, chars) in (0_i8..).zip(rows) {
                for (column, key) in (0_i8..).zip(chars.chars()).filter(|(_, key)| *key != ' ') {
                    let place = keys.entry(key).or_default().get_mut(layout);
                    if let Some(place @ None) = place {
                        *place = Some((column, row / 2));
                    }
                }
            }
        }
        keys
    })
}

/// What each character that is typed with a Cyrillic layout is on the American one.
fn latin_keys() -> &'static HashMap<char, char> {
    static LATIN: OnceLock<HashMap<char, char>> = OnceLock::new();
    LATIN.get_or_init(|| {
        let mut latin = HashMap::new();
        let rows = |layout: usize| LAYOUTS.get(layout).into_iter().flatten();
        for layout in [RUSSIAN, UKRAINIAN] {
            for (theirs, ours) in rows(layout).zip(rows(AMERICAN)) {
                for (theirs, ours) in theirs.chars().zip(ours.chars()) {
                    if theirs.is_alphabetic() && ours != ' ' {
                        latin.insert(theirs, ours);
                    }
                }
            }
        }
        latin
    })
}

/// What the same keys give on an American keyboard, where Cyrillic letters are among them: `зфыыцщкв` is `password`.
pub(crate) fn on_latin_keys(text: &str) -> Option<Zeroizing<String>> {
    if text.is_ascii() || !text.chars().any(|char| latin_keys().contains_key(&char)) {
        return None;
    }
    let mut latin = Zeroizing::new(String::with_capacity(text.len()));
    latin.extend(text.chars().map(|char| latin_keys().get(&char).copied().unwrap_or(char)));
    Some(latin)
}

fn is_next(step: Place) -> bool {
    matches!(step, (-1..=1, 0) | (0, 1 | -1) | (1, -1) | (-1, 1))
}

fn step(from: Option<&Option<Place>>, to: Option<&Option<Place>>) -> Option<Place> {
    let ((x, y), (to_x, to_y)) = ((*from?)?, (*to?)?);
    Some((to_x - x, to_y - y))
}

/// The runs of keys, as ranges of characters.
pub(crate) fn runs(chars: &[char]) -> Vec<(usize, usize)> {
    let of: Vec<Option<&Places>> = chars.iter().map(|char| keys().get(char)).collect();
    let worth = worth_a_look(&of);
    let mut found: Vec<(usize, usize)> = Vec::new();
    for layout in (0..LAYOUTS.len()).filter(|layout| worth & (1 << layout) != 0) {
        let places: Vec<Option<Place>> =
            of.iter().map(|of| of.and_then(|of| of.get(layout).copied().flatten())).collect();
        let straight = |before: Option<Place>, step: Place| {
            step != (0, 0) && is_next(step) && before.is_none_or(|before| before == step)
        };
        let mut here = stretches(&places, STRAIGHT, straight);
        let turning = stretches(&places, TURNING, |_, step| step != (0, 0) && is_next(step));
        here.extend(turning.into_iter().filter(|(start, end)| is_mostly_straight(&places, *start, *end)));
        here.extend(PERIODS.flat_map(|period| shifted(&places, period)));
        here.sort_unstable();
        // Runs that touch are one: a column of keys, then the next column.
        let first = found.len();
        for (start, end) in here {
            match found.get_mut(first..).and_then(<[_]>::last_mut) {
                Some((_, last)) if start <= *last => *last = end.max(*last),
                _ => found.push((start, end)),
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The layouts, as bits, on which some keys in a row are neighbours, or neighbours of the keys a period before them: no
/// others have a run. Random passwords hardly ever have one, and are done with here.
fn worth_a_look(of: &[Option<&Places>]) -> u32 {
    let near = |from: Option<&Places>, to: Option<&Places>| {
        let (Some(from), Some(to)) = (from, to) else { return 0 };
        let mut near = 0_u32;
        for (layout, (from, to)) in from.iter().zip(to.iter()).enumerate() {
            if let (Some((x, y)), Some((to_x, to_y))) = (from, to)
                && is_next((to_x - x, to_y - y))
            {
                near |= 1 << layout;
            }
        }
        near
    };
    let mut worth = 0;
    for period in 1..=*PERIODS.end() {
        // So many keys in a row have one before them that they are near to.
        let least = if period == 1 { STRAIGHT - 1 } else { SHIFTED.max(2 * period) - period };
        let mut recent = [u32::MAX; SHIFTED];
        for (count, at) in (1..).zip(period..of.len()) {
            recent.rotate_right(1);
            if let Some(newest) = recent.first_mut() {
                *newest = near(of.get(at - period).copied().flatten(), of.get(at).copied().flatten());
            }
            if count >= least {
                worth |= recent.iter().take(least).fold(u32::MAX, |all, near| all & near);
            }
        }
    }
    worth
}

/// The longest stretches of at least `least` keys in which `goes_on` holds for each step, given the step before it.
fn stretches(
    places: &[Option<Place>],
    least: usize,
    goes_on: impl Fn(Option<Place>, Place) -> bool,
) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut before: Option<Place> = None;
    for end in 1..=places.len() {
        let step = step(places.get(end - 1), places.get(end));
        if let Some(step) = step.filter(|step| goes_on(before, *step)) {
            before = Some(step);
            continue;
        }
        if end - start >= least {
            found.push((start, end));
        }
        // A step in another direction may begin a run of its own with the key before it.
        let turns = step.is_some_and(|step| goes_on(None, step));
        start = if turns { end - 1 } else { end };
        before = if turns { step } else { None };
    }
    found
}

/// Whether a run of keys has few straight parts for its length.
fn is_mostly_straight(places: &[Option<Place>], start: usize, end: usize) -> bool {
    let steps: Vec<Option<Place>> =
        (start + 1..end).map(|key| step(places.get(key - 1), places.get(key))).collect();
    steps.chunk_by(|one, next| one == next).count() * PARTS.1 <= steps.len() * PARTS.0
}

/// The longest stretches in which each key is one further than that `period` keys before it, always in the same
/// direction, and in which the first `period` keys are neighbours of each other.
fn shifted(places: &[Option<Place>], period: usize) -> Vec<(usize, usize)> {
    let shift = |at: usize| {
        let shift = step(places.get(at.checked_sub(period)?), places.get(at));
        shift.filter(|shift| *shift != (0, 0) && is_next(*shift))
    };
    let mut found = Vec::new();
    let mut at = period;
    while at < places.len() {
        let Some(first) = shift(at) else {
            at += 1;
            continue;
        };
        let end = (at + 1..places.len()).find(|next| shift(*next) != Some(first)).unwrap_or(places.len());
        let start = at - period;
        let neighbours =
            (start + 1..at).all(|key| step(places.get(key - 1), places.get(key)).is_some_and(is_next));
        if neighbours && end - start >= SHIFTED.max(2 * period) {
            found.push((start, end));
        }
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_keys_of_other_keyboards_are_found() {
        for text in [
            "!\"§$%&/()=",
            "qayxswedc",
            "йцукенгшщз",
            "йцукен",
            "azertyuiop",
            "&é\"'(-è_çà",
            "qwertzuiop",
            "yxcvbnm",
            "asdfghjklöä",
            "üpoiuztrewq",
            "фывапролдж",
            "ячсмить",
            "qwertyuıopğü",
            "1qay2wsx",
            "1234567890ß´",
            "!\"·$%&/()",
            "asdfghjklñ",
            "wxcvbn",
            "q1w2e3",
            "1q2w3e4r",
            "a1z2e3r4",
            "1й2ц3у4к",
            "qweasdzxc",
            "йцуфывячс",
            "йфяцычувс",
            "1qaz2wsx",
            "yaqxswcde",
            "!QAY\"WSX§EDC",
            "qazwsxedc",
            "фівапролджє",
            "ضصثقفغعهخ",
            "fgğıodrn",
            "qsdfghjklm",
        ] {
            let chars: Vec<char> = text.chars().collect();
            assert!(runs(&chars).contains(&(0, chars.len())), "{text}: {:?}", runs(&chars));
        }
    }

    #[test]
    fn keys_that_are_not_neighbours_are_no_run() {
        for text in [
            "kX9!vQ2mL",
            "qpwoei",
            "1a9z3m",
            "пароль",
            "plumlantern",
            "aeiou",
            "qez",
            "1q2",
            "juhgggfv",
            "gbhghhbn",
        ] {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(runs(&chars), [], "{text}");
        }
    }

    #[test]
    fn cyrillic_keys_are_read_as_latin_ones() {
        for (text, latin) in [
            ("зфыыцщкв", Some("password")),
            ("Йцукен1", Some("Qwerty1")),
            ("фівапр", Some("asdfgh")),
            ("password", None),
            ("größe", None),
            ("", None),
        ] {
            assert_eq!(on_latin_keys(text).as_deref().map(String::as_str), latin, "{text}");
        }
    }
}
