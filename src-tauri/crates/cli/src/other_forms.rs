//! What to give instead of a file of a kind that is not read.

use ::audit::read::Form;

pub(crate) fn next(form: Form) -> &'static str {
    match form {
        Form::Spreadsheet | Form::Office => {
            "Open it and save the sheet with the passwords as CSV (UTF-8), or export as CSV where the passwords come from."
        }
        Form::TextDocument | Form::Pdf | Form::Image => {
            "Export as CSV where the passwords come from: a browser's settings or a password manager's menu."
        }
        Form::WebPage => {
            "Export again with the app or the browser extension, as a CSV file. If the export opens as a page, copy its text into a file that ends in .csv."
        }
        Form::KeePassXml => "Give the .kdbx database itself, or export as CSV.",
        Form::Xml => "Export as CSV instead.",
        Form::Plist | Form::Keychain => "Open Apple's Passwords app or Safari's settings, and export as CSV.",
        Form::Sqlite => "Open the browser's or the program's settings, and export the passwords as CSV.",
        Form::FirefoxProfile => {
            "Open Passwords in Firefox, then the menu with three dots, and export as CSV."
        }
        Form::KeePass1 => "Open it with KeePass 2 or KeePassXC, and save it as .kdbx or export as CSV.",
        Form::OnePif => "Export as CSV, or with 1Password 8 as .1pux.",
        Form::ProtonPass => "Export from Proton Pass as CSV.",
        Form::DashlaneJson => {
            "Export from Dashlane as CSV: a zip file, of which credentials.csv is the one to give."
        }
        Form::DashlaneZip => "Unpack it and give credentials.csv.",
        Form::DashlaneLocked => "Export from Dashlane's web app as CSV, without a password.",
        Form::Keeper => "Export from Keeper as CSV.",
        Form::Enpass => "Import it into another password manager, and export from there as CSV.",
        Form::CredentialExchange => "Export as CSV from the app that wrote it.",
        Form::LabelledText => {
            "No column of it holds the passwords. Export as CSV if the program can, or import it into another password manager and export from there."
        }
        Form::Encrypted => {
            "Decrypt it with the program that encrypted it, and give the export that was in it."
        }
        Form::Archive => "Unpack it and give the export in it.",
    }
}
