//! A request as it came, byte for byte.

/// Everything that a client sent up to the empty line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub(crate) head: Vec<u8>,
}

impl Request {
    /// The bytes as they came.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.head
    }

    /// The same as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.head).into_owned()
    }

    /// `GET` and the like.
    #[must_use]
    pub fn method(&self) -> String {
        self.word(0)
    }

    /// The path and what follows it.
    #[must_use]
    pub fn path(&self) -> String {
        self.word(1)
    }

    /// The path's last part.
    #[must_use]
    pub fn prefix(&self) -> String {
        self.path().rsplit('/').next().unwrap_or_default().to_owned()
    }

    /// Every header as `(name in lower case, value)`.
    #[must_use]
    pub fn headers(&self) -> Vec<(String, String)> {
        self.text()
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_owned()))
            .collect()
    }

    /// The value of a header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<String> {
        self.headers().into_iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    fn word(&self, index: usize) -> String {
        let text = self.text();
        let line = text.lines().next().unwrap_or_default();
        line.split(' ').nth(index).unwrap_or_default().to_owned()
    }
}
