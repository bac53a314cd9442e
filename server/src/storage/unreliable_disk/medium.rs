//! The way of the erasure log to an unreliable disk.

use std::{
    fs::File,
    io::{self, Read, Seek, Write},
    path::Path,
    sync::{Arc, Mutex},
};

use super::{Fault, Model, UnreliableDisk, disk_of, lock};
use crate::storage::erasure_log::{Appendable, Medium};

impl From<Fault> for io::Error {
    fn from(fault: Fault) -> Self {
        let kind = if fault == Fault::Full { io::ErrorKind::StorageFull } else { io::ErrorKind::Other };
        io::Error::new(kind, format!("{fault:?}"))
    }
}

#[derive(Debug)]
struct OpenFile {
    real: File,
    model: Arc<Mutex<Model>>,
    file: usize,
}

impl Medium for UnreliableDisk {
    fn open(&self, path: &Path) -> io::Result<Box<dyn Appendable>> {
        let (model, name) = disk_of(path).expect("a file on this disk");
        let file = lock(&model).open(&name)?;
        let real = File::options().create(true).read(true).append(true).open(path)?;
        Ok(Box::new(OpenFile { real, model, file }))
    }

    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(lock(&self.model).sync_folder()?)
    }
}

impl Read for OpenFile {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        lock(&self.model).read()?;
        self.real.read(buffer)
    }
}

impl Write for OpenFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let end = usize::try_from(self.real.metadata()?.len()).expect("a short file");
        lock(&self.model).write(self.file, end, bytes)?;
        self.real.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for OpenFile {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.real.seek(to)
    }
}

impl Appendable for OpenFile {
    fn sync_all(&self) -> io::Result<()> {
        Ok(lock(&self.model).sync(self.file)?)
    }
}
