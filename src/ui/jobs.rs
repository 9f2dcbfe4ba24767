//! Work that takes longer than a frame, in named threads: one end for each job, whatever happens in
//! it. What the work is, and what its answers say, is not known here.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use eframe::egui;

/// Bytes of a text from which on it is read beside the frame.
pub const BESIDE: usize = 64 << 10;

/// How a job ended.
#[derive(Debug)]
pub enum Ended<A> {
    /// With an answer.
    Answered(A),
    /// The job of this name panicked, or could not start.
    Broken {
        /// Its kind.
        job: Job,
        /// Whether it got to do anything.
        started: bool,
    },
}

/// The kinds of work, by which they are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// Makes the demo key.
    DemoKey,
    /// Waits for a dialog of the system.
    Dialog,
    /// Reads or writes a file.
    File,
    /// Reads a key file.
    KeyFile,
    /// Reads keys that were pasted.
    KeyText,
    /// Makes a pair of keys.
    NewKey,
    /// Opens a locked key.
    Passphrase,
    /// Reads or writes the history.
    History,
    /// Keeps the open documents.
    Session,
    /// Reads a long text.
    Text,
    /// Finds out why a signature fails.
    Verify,
}

impl Job {
    /// Key of its name among the texts, and the name of its thread.
    pub fn key(self) -> &'static str {
        match self {
            Self::DemoKey => "job.demo_key",
            Self::Dialog => "job.dialog",
            Self::File => "job.file",
            Self::KeyFile => "job.key_file",
            Self::KeyText => "job.key_text",
            Self::NewKey => "job.new_key",
            Self::Passphrase => "job.passphrase",
            Self::History => "job.history",
            Self::Session => "job.session",
            Self::Text => "job.text",
            Self::Verify => "job.verify",
        }
    }
}

/// The threads and their answers. A job that is not answered for, such as one that waits for a dead
/// disk, is left behind.
pub struct Jobs<A> {
    ctx: egui::Context,
    running: Cell<usize>,
    sender: Sender<Ended<A>>,
    ends: Receiver<Ended<A>>,
}

impl<A: Send + 'static> Jobs<A> {
    /// No jobs yet; their ends wake the window of `ctx`.
    pub fn new(ctx: egui::Context) -> Self {
        let (sender, ends) = mpsc::channel();
        Self {
            ctx,
            running: Cell::new(0),
            sender,
            ends,
        }
    }

    /// The next end, if there is one.
    pub fn next(&self) -> Option<Ended<A>> {
        let ended = self.ends.try_recv().ok()?;
        self.running.set(self.running.get() - 1);
        Some(ended)
    }

    /// The next end, waiting for it as long as a job runs; for those who have no frames to wait
    /// with.
    pub fn wait(&self) -> Option<Ended<A>> {
        if self.running.get() == 0 {
            return None;
        }
        let ended = self.ends.recv().ok()?;
        self.running.set(self.running.get() - 1);
        Some(ended)
    }

    /// Does some work in a thread of its own.
    pub fn spawn(&self, job: Job, work: impl FnOnce() -> A + Send + 'static) {
        self.running.set(self.running.get() + 1);
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        let broken = move |started| Ended::Broken { job, started };
        let thread = thread::Builder::new().name(job.key().to_owned());
        let started = thread.spawn(move || {
            // What it worked on is gone with it: nothing that was left half done is seen again.
            let answer = panic::catch_unwind(AssertUnwindSafe(work));
            let ended = answer.map_or_else(|_| broken(true), Ended::Answered);
            // The window may be gone by now.
            let _ = sender.send(ended);
            ctx.request_repaint();
        });

        if started.is_err() {
            let _ = self.sender.send(broken(false));
            self.ctx.request_repaint();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_job_ends_even_one_that_panics() {
        let jobs = Jobs::new(egui::Context::default());
        assert!(jobs.wait().is_none());
        jobs.spawn(Job::File, || 7);
        assert!(matches!(jobs.wait(), Some(Ended::Answered(7))));

        jobs.spawn(Job::File, || panic!("on purpose"));
        let Some(Ended::Broken { job, started }) = jobs.wait() else {
            panic!("it did not end as broken");
        };
        assert_eq!((job, started), (Job::File, true));
        assert!(jobs.wait().is_none());
    }
}
