//! What a program that holds secrets asks of the operating system at its start.

/// From here on a crash writes no memory to disk, and on Linux no other program of this user may read or trace this
/// one's memory (an administrator may). Where the system cannot promise it, nothing is lost but that.
pub fn keep_memory_private() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

#[cfg(all(test, unix))]
mod tests {
    #[test]
    fn a_crash_may_write_nothing_and_nobody_may_look_in() {
        use rustix::process::{Resource, getrlimit};
        super::keep_memory_private();
        assert_eq!(getrlimit(Resource::Core).current, Some(0));
        #[cfg(target_os = "linux")]
        {
            use rustix::process::{DumpableBehavior, dumpable_behavior};
            assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
        }
    }
}
