//! A range server on loopback that answers honestly or fails in one named way.
//!
//! For the tests of the range client, the program and the window. Raw bytes over TCP, so that every fault a
//! network, a proxy or a dishonest server can show is possible. Not here: any judgement of an answer.

mod fault;
mod list;
mod reply;
mod request;
mod server;

pub use fault::{Fault, UnknownFault};
pub use list::{BadRow, List};
pub use request::Request;
pub use server::Server;
