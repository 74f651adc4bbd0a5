//! A publisher for tests: keys, cards and notices, right or wrong in one named way, and a TLS server on loopback
//! that serves them honestly or fails in one named way.
//!
//! For the tests of verification, fetching, the program and the window. Not here: any judgement of a notice.

mod publisher;
mod server;

pub use publisher::{Body, Keys, TestError, sign};
pub use server::{Fault, Reply, Server};
