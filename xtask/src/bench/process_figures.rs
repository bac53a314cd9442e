//! What a process costs, as Linux counts it.

use crate::failure::Failure;
use std::path::PathBuf;

/// Ticks of `/proc/PID/stat` in a second; Linux reports 100 to programs whatever it counts itself.
const TICKS_PER_SECOND: f64 = 100.0;

/// A running process.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Process(pub(crate) u32);

impl Process {
    /// Processor time that it has used, in seconds, with that of its threads.
    pub(crate) fn cpu_seconds(self) -> Result<f64, Failure> {
        let path = self.file("stat");
        let stat = std::fs::read_to_string(&path).map_err(Failure::file("read", &path))?;
        Ok(cpu_ticks(&stat).unwrap_or(0.0) / TICKS_PER_SECOND)
    }

    /// Forgets the peak of memory so far.
    pub(crate) fn reset_peak(self) -> Result<(), Failure> {
        let path = self.file("clear_refs");
        std::fs::write(&path, "5").map_err(Failure::file("write", &path))
    }

    /// The most memory that it held at once since [`Process::reset_peak`], in MiB.
    pub(crate) fn peak_mib(self) -> Result<f64, Failure> {
        self.mib("VmHWM:")
    }

    /// The memory that it holds, in MiB.
    pub(crate) fn resident_mib(self) -> Result<f64, Failure> {
        self.mib("VmRSS:")
    }

    fn mib(self, field: &str) -> Result<f64, Failure> {
        let path = self.file("status");
        let status = std::fs::read_to_string(&path).map_err(Failure::file("read", &path))?;
        Ok(kib(&status, field).unwrap_or(0.0) / 1024.0)
    }

    fn file(self, name: &str) -> PathBuf {
        PathBuf::from(format!("/proc/{}/{name}", self.0))
    }
}

/// User and system time; the name before them may hold spaces, but it ends with the last parenthesis.
fn cpu_ticks(stat: &str) -> Option<f64> {
    let fields: Vec<&str> = stat.rsplit_once(") ")?.1.split(' ').collect();
    let ticks = |index: usize| fields.get(index)?.parse::<f64>().ok();
    Some(ticks(11)? + ticks(12)?)
}

fn kib(status: &str, field: &str) -> Option<f64> {
    let line = status.lines().find(|line| line.starts_with(field))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_from_the_kernels_lines() {
        let stat = "42 (a (b) c) S 1 42 42 0 -1 4194560 900 0 3 0 150 50 0 0 20 0 9 0 777 1 2";
        assert_eq!(cpu_ticks(stat), Some(200.0));
        let status = "Name:\tmarkt\nVmHWM:\t   51200 kB\nVmRSS:\t 1 kB\n";
        assert_eq!((kib(status, "VmHWM:"), kib(status, "VmRSS:")), (Some(51200.0), Some(1.0)));
    }
}
