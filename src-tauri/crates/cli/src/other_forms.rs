//! What to give instead of a file of a kind that is not read.

use ::audit::read::Form;
use texts::Texts;

pub(crate) fn next(texts: &Texts, form: Form) -> String {
    match form {
        Form::Spreadsheet | Form::Office => texts.prog_form_spreadsheet(),
        Form::TextDocument | Form::Pdf | Form::Image => texts.prog_form_document(),
        Form::WebPage => texts.prog_form_web_page(),
        Form::KeePassXml => texts.prog_form_keepass_xml(),
        Form::Xml => texts.prog_form_xml(),
        Form::Plist | Form::Keychain => texts.prog_form_apple(),
        Form::Sqlite => texts.prog_form_sqlite(),
        Form::FirefoxProfile => texts.prog_form_firefox_profile(),
        Form::KeePass1 => texts.prog_form_keepass_1(),
        Form::OnePif => texts.prog_form_1pif(),
        Form::ProtonPass => texts.prog_form_proton_pass(),
        Form::DashlaneJson => texts.prog_form_dashlane_json(),
        Form::DashlaneZip => texts.prog_form_dashlane_zip(),
        Form::DashlaneLocked => texts.prog_form_dashlane_locked(),
        Form::Keeper => texts.prog_form_keeper(),
        Form::Enpass => texts.prog_form_enpass(),
        Form::CredentialExchange => texts.prog_form_credential_exchange(),
        Form::LabelledText => texts.prog_form_labelled_text(),
        Form::Encrypted => texts.prog_form_encrypted(),
        Form::Archive => texts.prog_form_archive(),
    }
}
