//! What a published folder holds beside the notice and the card: the one list of these files.

use super::page::{Around, pages, svg};
use super::{DeskError, feed};
use crate::own_file::{HTACCESS_MARK, Kind};
use crate::walk::Session;

/// The copy of the card, where it belongs under the root of the web server.
const WELL_KNOWN: &str = ".well-known/selfcheck/publisher";

/// Rules for Apache. Each needs only `AllowOverride FileInfo`, and a module that is missing costs its rule alone.
const HTACCESS: &str = r#"<IfModule mod_mime.c>
AddType "text/html; charset=utf-8" .html
AddType "text/plain; charset=utf-8" .notice
AddType application/feed+json .json
AddType image/svg+xml .svg
</IfModule>
<Files "publisher">
ForceType "text/plain; charset=utf-8"
</Files>
<IfModule mod_headers.c>
Header set Cache-Control "max-age=300, stale-if-error=86400, stale-while-revalidate=600"
Header set Content-Security-Policy "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"
Header set Referrer-Policy no-referrer
Header set X-Content-Type-Options nosniff
Header set Strict-Transport-Security max-age=31536000
Header set Access-Control-Allow-Origin *
</IfModule>
<IfModule mod_deflate.c>
<IfModule mod_filter.c>
AddOutputFilterByType DEFLATE text/html text/plain application/feed+json image/svg+xml
</IfModule>
</IfModule>
"#;

/// A file of the folder: its name with `/` between parts, what it is, and its text.
pub(super) type File = (String, Kind, String);

/// The pages, the original first, then what belongs to them.
///
/// # Errors
/// When one cannot be put together; nothing in a notice can cause that.
pub(super) fn files(session: &mut Session, around: &Around<'_>, card: &str) -> Result<Vec<File>, DeskError> {
    let title = session.words(&session.notice().title);
    let mut files: Vec<File> =
        pages(session, around)?.into_iter().map(|(name, html)| (name, Kind::Page, html)).collect();
    let feed = feed::feed(session.notice(), &title, around.publisher, around.url);
    files.push(("feed.json".to_owned(), Kind::Feed, feed.map_err(|_| DeskError::Page)?));
    files.push(("qr.svg".to_owned(), Kind::Code, svg(around.url)?));
    let htaccess = format!("{HTACCESS_MARK} at each publishing, unless this line is taken out.\n{HTACCESS}");
    files.push((".htaccess".to_owned(), Kind::Htaccess, htaccess));
    files.push((WELL_KNOWN.to_owned(), Kind::Card, card.to_owned()));
    Ok(files)
}
