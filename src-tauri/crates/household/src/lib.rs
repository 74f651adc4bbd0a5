//! People, their ticks and answers, in one encrypted file.
