//! The server: a listener on loopback with a thread and a runtime of its own.

use std::collections::BTreeSet;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpSocket, TcpStream};
use tokio::runtime::Runtime;
use tokio::sync::watch;
use tokio::time::sleep;

use crate::reply::{Step, reply};
use crate::{Fault, List, Request};

/// Runs until it is dropped.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    /// Only held: bound, and nobody listens on it.
    _silent: Option<TcpSocket>,
    runtime: Option<Runtime>,
}

struct Shared {
    fault: Mutex<Fault>,
    list: Mutex<List>,
    broken: Mutex<BTreeSet<String>>,
    seen: Mutex<Vec<Request>>,
    received: watch::Sender<usize>,
    connections: AtomicUsize,
    now: AtomicUsize,
    most: AtomicUsize,
}

impl Server {
    /// Starts a server on a free port of `127.0.0.1`. With [`Fault::Refused`] the port is taken and nobody listens.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn start(fault: Fault, list: List) -> io::Result<Self> {
        let shared = Arc::new(Shared {
            fault: Mutex::new(fault),
            list: Mutex::new(list),
            broken: Mutex::default(),
            seen: Mutex::default(),
            received: watch::Sender::new(0),
            connections: AtomicUsize::new(0),
            now: AtomicUsize::new(0),
            most: AtomicUsize::new(0),
        });
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let guard = runtime.enter();
        let socket = TcpSocket::new_v4()?;
        socket.bind((Ipv4Addr::LOCALHOST, 0).into())?;
        let address = socket.local_addr()?;
        let silent = if fault == Fault::Refused {
            Some(socket)
        } else {
            let listener = socket.listen(1024)?;
            let shared = Arc::clone(&shared);
            runtime.spawn(async move {
                while let Ok((stream, _)) = listener.accept().await {
                    shared.connections.fetch_add(1, Ordering::SeqCst);
                    tokio::spawn(converse(stream, Arc::clone(&shared)));
                }
            });
            None
        };
        drop(guard);
        Ok(Self { address, shared, _silent: silent, runtime: Some(runtime) })
    }

    /// Where it is.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The base to which a client appends `/ABCDE`.
    #[must_use]
    pub fn base(&self) -> String {
        format!("http://{}/range", self.address)
    }

    /// Answers differently from the next request on.
    pub fn set_fault(&self, fault: Fault) {
        *self.shared.fault.lock().unwrap_or_else(PoisonError::into_inner) = fault;
    }

    /// Knows something else from the next request on.
    pub fn set_list(&self, list: List) {
        *self.shared.list.lock().unwrap_or_else(PoisonError::into_inner) = list;
    }

    /// Answers these ranges, `ABCDE`, with 500 from the next request on.
    pub fn break_ranges(&self, prefixes: &[&str]) {
        let broken = prefixes.iter().map(|prefix| (*prefix).to_owned()).collect();
        *self.shared.broken.lock().unwrap_or_else(PoisonError::into_inner) = broken;
    }

    /// Every request so far, in the order in which they came.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        self.shared.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits until so many requests have come in all.
    pub async fn received(&self, requests: usize) {
        // The sender lives as long as the server, so the wait cannot fail.
        let _ = self.shared.received.subscribe().wait_for(|received| *received >= requests).await;
    }

    /// How many connections were made.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::SeqCst)
    }

    /// How many requests were being answered at once, at most.
    #[must_use]
    pub fn most_at_once(&self) -> usize {
        self.shared.most.load(Ordering::SeqCst)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// One connection: requests and replies until either side ends it.
async fn converse(stream: TcpStream, shared: Arc<Shared>) {
    let mut stream = BufReader::new(stream);
    while let Some(request) = read_head(&mut stream).await {
        let turn = {
            let mut seen = shared.seen.lock().unwrap_or_else(PoisonError::into_inner);
            seen.push(request.clone());
            shared.received.send_replace(seen.len());
            seen.len() - 1
        };
        let now = shared.now.fetch_add(1, Ordering::SeqCst) + 1;
        shared.most.fetch_max(now, Ordering::SeqCst);
        let fault = *shared.fault.lock().unwrap_or_else(PoisonError::into_inner);
        let broken = shared.broken.lock().unwrap_or_else(PoisonError::into_inner).contains(&request.prefix());
        let fault = if broken { Fault::ServerError } else { fault };
        let steps = {
            let list = shared.list.lock().unwrap_or_else(PoisonError::into_inner);
            reply(fault, &list, &request, turn)
        };
        let more = perform(stream.get_mut(), steps).await;
        shared.now.fetch_sub(1, Ordering::SeqCst);
        if !more {
            return;
        }
    }
}

/// Whether the connection may carry another request.
async fn perform(stream: &mut TcpStream, steps: Vec<Step>) -> bool {
    for step in steps {
        match step {
            Step::Send(bytes) => {
                if stream.write_all(&bytes).await.is_err() {
                    return false;
                }
            }
            Step::Forever(bytes, pause) => {
                while stream.write_all(&bytes).await.is_ok() {
                    sleep(pause).await;
                }
                return false;
            }
            Step::Stall => {
                // Until the client goes away.
                let mut nothing = [0];
                while matches!(stream.read(&mut nothing).await, Ok(1..)) {}
                return false;
            }
            Step::Close => {
                let _ = stream.shutdown().await;
                return false;
            }
            Step::Reset => {
                let _ = stream.flush().await;
                let _ = stream.set_zero_linger();
                return false;
            }
        }
    }
    true
}

/// The bytes up to and with the empty line; `None` at the connection's end or after 64 KiB without one.
async fn read_head(stream: &mut BufReader<TcpStream>) -> Option<Request> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        if head.len() > 65_536 {
            return None;
        }
        head.push(stream.read_u8().await.ok()?);
    }
    Some(Request { head })
}
