//! A range server on loopback that answers honestly or fails in one named way.
//!
//! For the tests of the range client, the program and the window; and the web server of the system beside it. Raw bytes over TCP, so that every fault a
//! network, a proxy or a dishonest server can show is possible. Not here: any judgement of an answer.

mod fault;
mod list;
#[cfg(unix)]
mod nginx;
mod reply;
mod request;
mod server;

pub use fault::{Fault, UnknownFault};
pub use list::{BadRow, List};
#[cfg(unix)]
pub use nginx::{Nginx, Tls};
pub use request::Request;
pub use server::Server;
