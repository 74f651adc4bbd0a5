//! What a program that holds secrets asks of the operating system at its start.

/// From here on a crash writes no memory to disk. Where the system cannot promise it, nothing is lost but that.
pub fn no_core_dumps() {
    #[cfg(unix)]
    {
        let none = rustix::process::Rlimit { current: Some(0), maximum: Some(0) };
        let _ = rustix::process::setrlimit(rustix::process::Resource::Core, none);
    }
}

#[cfg(all(test, unix))]
mod tests {
    #[test]
    fn a_crash_may_write_nothing() {
        super::no_core_dumps();
        assert_eq!(rustix::process::getrlimit(rustix::process::Resource::Core).current, Some(0));
    }
}
