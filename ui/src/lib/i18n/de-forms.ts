// Was eine Datei ist, die nicht als Export gelesen wird, und welche man stattdessen wählt, auf Deutsch.
import type { forms as english } from "./en-forms";
import type { Translation } from "./translation";

export const forms: Translation<typeof english> = {
  export_spreadsheet: "Das ist eine Tabellenkalkulation. Öffnen Sie sie und speichern Sie das Blatt mit den Passwörtern als CSV, oder exportieren Sie dort als CSV, woher die Passwörter kommen.",
  export_office: "Das ist eine Datei eines Büroprogramms. Speichern Sie das Blatt mit den Passwörtern als CSV, oder exportieren Sie dort als CSV, woher die Passwörter kommen.",
  export_text_document: "Das ist ein Textdokument. Exportieren Sie dort als CSV, woher die Passwörter kommen: in den Einstellungen des Browsers oder im Menü des Passwort-Managers.",
  export_pdf: "Das ist ein PDF. Exportieren Sie dort als CSV, woher die Passwörter kommen: in den Einstellungen des Browsers oder im Menü des Passwort-Managers.",
  export_image: "Das ist ein Bild. Exportieren Sie dort als CSV, woher die Passwörter kommen: in den Einstellungen des Browsers oder im Menü des Passwort-Managers.",
  export_web_page: "Das ist eine Webseite, kein Export. Exportieren Sie noch einmal mit der App oder der Browser-Erweiterung, als CSV-Datei. Öffnet sich der Export als Seite, kopieren Sie ihren Text in eine Datei, die auf .csv endet.",
  export_keepass_xml: "Das ist ein XML-Export von KeePass. Wählen Sie die .kdbx-Datenbank selbst, oder exportieren Sie als CSV.",
  export_xml: "Das ist eine XML-Datei. Exportieren Sie stattdessen als CSV.",
  export_plist: "Das ist eine Eigenschaftsliste von macOS oder iOS. Öffnen Sie die App „Passwörter“ von Apple oder die Einstellungen von Safari und exportieren Sie als CSV.",
  export_keychain: "Das ist ein Schlüsselbund von macOS. Öffnen Sie die App „Passwörter“ von Apple oder die Einstellungen von Safari und exportieren Sie als CSV.",
  export_sqlite: "Das ist eine Datenbank eines Browsers oder eines anderen Programms. Öffnen Sie dessen Einstellungen und exportieren Sie die Passwörter als CSV.",
  export_firefox_profile: "In dieser Datei eines Firefox-Profils sind die Passwörter verschlüsselt. Öffnen Sie in Firefox die Passwörter, dann das Menü mit den drei Punkten, und exportieren Sie als CSV.",
  export_keepass_1: "Das ist eine Datenbank von KeePass 1. Öffnen Sie sie mit KeePass 2 oder KeePassXC und speichern Sie sie als .kdbx, oder exportieren Sie als CSV.",
  export_1pif: "Das ist ein Export eines alten 1Password. Exportieren Sie als CSV, oder mit 1Password 8 als .1pux.",
  export_proton_pass_json: "Das ist ein Export von Proton Pass als JSON oder zip. Exportieren Sie aus Proton Pass als CSV.",
  export_dashlane_json: "Das ist ein Export von Dashlane als JSON. Exportieren Sie aus Dashlane als CSV: eine zip-Datei, aus der Sie credentials.csv wählen.",
  export_dashlane_zip: "Das ist eine zip-Datei von Dashlane. Entpacken Sie sie und wählen Sie credentials.csv.",
  export_dashlane_locked: "Dieser Export von Dashlane ist verschlüsselt. Exportieren Sie aus der Web-App von Dashlane als CSV, ohne Passwort.",
  export_keeper_json: "Das ist ein Export von Keeper als JSON. Exportieren Sie aus Keeper als CSV.",
  export_enpass_json: "Das ist ein Export von Enpass als JSON. Importieren Sie ihn in einen anderen Passwort-Manager und exportieren Sie dort als CSV.",
  export_credential_exchange: "Das ist eine Datei zum Austausch von Zugangsdaten (CXF). Exportieren Sie aus der App, die sie geschrieben hat, als CSV.",
  export_labelled_text: "In diesem Text steht auf jeder Zeile ein Feld; keine Spalte enthält die Passwörter. Exportieren Sie als CSV, falls das Programm das kann, oder importieren Sie ihn in einen anderen Passwort-Manager und exportieren Sie dort.",
  export_encrypted: "Diese Datei ist verschlüsselt. Entschlüsseln Sie sie mit dem Programm, das sie verschlüsselt hat, und wählen Sie den Export, der darin war.",
  export_archive: "Das ist eine gepackte Datei. Entpacken Sie sie und wählen Sie den Export darin.",
};
