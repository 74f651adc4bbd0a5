//! The names of columns: in the languages of the programs that write them, and which of them mean a password.

/// Words for a password, as the name of a column.
const SECRET: &[&str] = &[
    "password",
    "passwort",
    "kennwort",
    "pwd",
    "pw",
    "pass",
    "secret",
    "passphrase",
    "login_password",
    "password_value",
    "mot de passe",
    "contraseña",
    "contrasena",
    "clave",
    "wachtwoord",
    "senha",
    "palavra-passe",
    "lösenord",
    "adgangskode",
    "passord",
    "пароль",
    "hasło",
    "heslo",
    "jelszó",
    "parola",
    "şifre",
    "パスワード",
    "密码",
    "密碼",
    "비밀번호",
];

/// Words before or after one of those that leave it a password.
const QUALIFIERS: &[&str] = &["old", "previous", "new", "current", "alte", "altes", "second", "site", "user"];

/// Words for what a password is for, as the name of a column or of a field.
const OTHER: &[&str] = &[
    "url",
    "web",
    "website",
    "web site",
    "site",
    "address",
    "login",
    "login name",
    "login url",
    "user",
    "username",
    "user name",
    "email",
    "e-mail",
    "account",
    "title",
    "name",
    "service",
    "notes",
    "note",
    "comment",
    "comments",
    "hostname",
    "group",
    "folder",
    "category",
    "realm",
    "domain",
    "label",
    "type",
    "tags",
    "totp",
    "benutzer",
    "benutzername",
    "webseite",
    "website-adresse",
    "adresse",
    "titel",
    "notizen",
    "titre",
    "título",
    "titolo",
    "nom d'utilisateur",
    "identifiant",
    "usuario",
    "nombre de usuario",
    "nome utente",
    "gebruikersnaam",
    "sitio web",
    "site web",
];

/// What exports of Apple and 1Password call their columns in other languages, and in English.
const LOCALISED: &[(&str, &[&str])] = &[
    ("title", &["titel", "titre", "título", "titulo", "titolo", "tytuł", "название", "タイトル", "标题"]),
    (
        "username",
        &[
            "benutzername",
            "nom d'utilisateur",
            "nombre de usuario",
            "usuario",
            "nome utente",
            "gebruikersnaam",
            "nome de usuário",
            "nome de utilizador",
            "användarnamn",
            "brugernavn",
            "brukernavn",
            "nazwa użytkownika",
            "имя пользователя",
            "ユーザ名",
            "用户名",
        ],
    ),
    (
        "password",
        &[
            "passwort",
            "kennwort",
            "mot de passe",
            "contraseña",
            "wachtwoord",
            "senha",
            "palavra-passe",
            "lösenord",
            "adgangskode",
            "passord",
            "hasło",
            "пароль",
            "パスワード",
            "密码",
        ],
    ),
    ("favorite", &["favorit", "favori", "favorito", "preferito", "favoriet"]),
    ("archived", &["archiviert", "archivé", "archivado", "archiviato", "gearchiveerd", "arquivado"]),
    ("tags", &["étiquettes", "etiquetas", "tag", "labels"]),
];

/// A name of a column as it is compared.
pub(super) fn plain(name: &str) -> String {
    let edge =
        |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '"' | '\'' | '“' | '”' | '„' | '«' | '»');
    name.trim_matches(edge).replace('’', "'").to_lowercase()
}

/// The English name for a plain one, where it is known.
pub(super) fn canonical(plain: &str) -> String {
    let english = LOCALISED.iter().find(|(_, names)| names.contains(&plain)).map(|(english, _)| *english);
    english.unwrap_or(plain).to_owned()
}

/// Whether a name means that the column holds passwords: `Password`, `password(password)`, `Old password 2`.
pub(super) fn is_secret(name: &str) -> bool {
    let plain = plain(name);
    let bare = plain.split('(').next().unwrap_or_default();
    let bare =
        bare.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '_' | '-' | '.' | '#'));
    let words = |separator: char| {
        bare.split_once(separator).is_some_and(|(one, other)| {
            let pair = |word: &str, secret: &str| QUALIFIERS.contains(&word) && SECRET.contains(&secret);
            pair(one, other) || pair(other, one)
        })
    };
    SECRET.contains(&bare) || words(' ') || words('_') || words('-')
}

/// Whether the cells surely are names of columns, so that they may be shown. The first row of a table without a
/// header holds a password, so there has to be a word for a password *and* one for what it is for, and nothing
/// that names do not have.
pub(super) fn surely_a_header(cells: &[String]) -> bool {
    let other = |cell: &String| OTHER.contains(&plain(cell).as_str());
    let name = |cell: &String| {
        let plain = plain(cell);
        plain.chars().count() <= 40
            && plain.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '_' | '-' | '(' | ')' | '\''))
    };
    cells.iter().any(|cell| is_secret(cell)) && cells.iter().any(other) && cells.iter().all(name)
}

/// Whether each row names its own fields, as in `Forum,Username,ann,Password,…` of Enpass: then no column holds the
/// passwords.
pub(super) fn names_its_fields(cells: &[String]) -> bool {
    let plain: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
    let count = |name: &str| plain.iter().filter(|cell| *cell == name).count();
    if count("field") > 1 && count("value") > 1 {
        return true;
    }
    // Exact words only: a value may well be `password1`.
    let is =
        |index: usize, words: &[&str]| plain.get(index).is_some_and(|cell| words.contains(&cell.as_str()));
    let label = |index: usize| is(index, SECRET) || is(index, OTHER);
    let secret = (1..cells.len()).step_by(2).any(|index| is(index, SECRET));
    let labels = (1..cells.len()).step_by(2).filter(|index| label(*index)).count();
    let others = (2..cells.len()).step_by(2).filter(|index| label(*index)).count();
    // Names of columns may stand at such places too, but seldom so many of them.
    let enough = if surely_a_header(cells) { 3 } else { 2 };
    secret && labels >= enough && others * 2 < labels
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<String> {
        text.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn a_row_of_a_table_without_a_header_is_not_shown() {
        assert!(surely_a_header(&cells("Site,Login,Secret")));
        assert!(surely_a_header(&cells("Titre,URL,Nom d’utilisateur,Mot de passe")));
        assert!(!surely_a_header(&cells("Forum,ann,secret")));
        assert!(!surely_a_header(&cells("https://forum.example/,ann,password")));
        assert!(!surely_a_header(&cells("site,ann,hunter2")));
    }

    #[test]
    fn a_password_column_is_told_by_its_name() {
        for name in [
            "Password",
            " PWD ",
            "password(password)",
            "Password 2",
            "old_password",
            "Mot de passe",
            "\u{feff}pass",
        ] {
            assert!(is_secret(name), "{name}");
        }
        for name in ["timePasswordChanged", "passwordField", "pin", "password hint", "Notes", "otpSecret"] {
            assert!(!is_secret(name), "{name}");
        }
    }

    #[test]
    fn rows_that_name_their_own_fields_are_told_apart_from_names() {
        assert!(names_its_fields(&cells("Forum,Username,ann,E-mail,,Password,letmein,Website,x,,note")));
        assert!(names_its_fields(&cells("Title,Field,Value,Field,Value,Note")));
        assert!(names_its_fields(&cells("Shop,Benutzername,ann,Passwort,letmein,Webseite,x")));
        assert!(names_its_fields(&cells("Forum,Username,ann,E-mail,,Password,pw1,Website,x,,note")));
        assert!(!names_its_fields(&cells("Title,Username,Comment,Password")));
        assert!(!names_its_fields(&cells("Group,Username,Realm,Password,Web Site")));
        assert!(!names_its_fields(&cells("name,url,username,password,note")));
        assert!(!names_its_fields(&cells("Forum,https://forum.example,ann,password1")));
    }
}
