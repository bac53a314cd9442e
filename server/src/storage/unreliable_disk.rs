//! A disk for tests that forgets what was not synced, fills up and fails.
//!
//! Files lie in a folder of the real file system, which plays the cache: what was written can be read.
//! Beside it stands what would survive if the power went now. At a cut, of each change since the last
//! sync nothing, all, or some sectors survive, in any order; of names that were made or removed since the
//! folder was last synced, any. After a sync that failed, what was to be synced may never reach the disk,
//! as on Linux. From the cut on every operation fails, so that whoever still runs changes nothing.
//!
//! SQLite reaches it by [`vfs`], the erasure log by [`medium`].

mod medium;
mod vfs;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};

/// What a disk writes all or nothing.
const SECTOR: usize = 512;

/// How often something fails: one in so many operations; 0 stands for never.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Trouble {
    /// Writes that make a file longer find no space.
    pub(crate) full: u32,
    /// Writes fail.
    pub(crate) write: u32,
    /// Syncs fail.
    pub(crate) sync: u32,
    /// Reads fail.
    pub(crate) read: u32,
}

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    Full,
    Write,
    Sync,
    Read,
    /// There is no power.
    Dead,
}

/// See the module's documentation.
#[derive(Debug)]
pub(crate) struct UnreliableDisk {
    folder: PathBuf,
    model: Arc<Mutex<Model>>,
}

impl UnreliableDisk {
    /// An empty disk.
    pub(crate) fn new(seed: u64) -> Self {
        Self::with(BTreeMap::new(), seed)
    }

    /// A disk with these files on it, all of them synced.
    fn with(files: BTreeMap<String, Vec<u8>>, seed: u64) -> Self {
        vfs::register();
        let name = format!("markt-disk-{:016x}", rand::random::<u64>());
        let folder = fs::canonicalize(std::env::temp_dir()).expect("a folder for tests").join(name);
        fs::create_dir(&folder).expect("a folder of its own");
        let mut model = Model::new(seed);
        for (name, bytes) in files {
            fs::write(folder.join(&name), &bytes).expect("the files can be put there");
            model.names.insert(name, model.contents.len());
            model.contents.push(Content { size: bytes.len(), durable: bytes, pending: Vec::new() });
        }
        model.durable_names.clone_from(&model.names);
        let model = Arc::new(Mutex::new(model));
        lock(&DISKS).insert(folder.clone(), Arc::clone(&model));
        Self { folder, model }
    }

    /// Where its files are.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// What fails from now on.
    pub(crate) fn set_trouble(&self, trouble: Trouble) {
        lock(&self.model).trouble = trouble;
    }

    /// From now on it says that it has synced, and has not.
    pub(crate) fn lie(&self) {
        lock(&self.model).lies = true;
    }

    /// The power goes in the middle of the operation after so many others.
    pub(crate) fn cut_after(&self, operations: u32) {
        lock(&self.model).operations_left = Some(operations);
    }

    /// The power is never cut by itself.
    pub(crate) fn stay_on(&self) {
        lock(&self.model).operations_left = None;
    }

    /// Whether the power is gone.
    pub(crate) fn is_dead(&self) -> bool {
        lock(&self.model).survivors.is_some()
    }

    /// The disk that is found when the power is back; it goes now, if it has not gone before.
    pub(crate) fn restart(&self) -> Self {
        let mut model = lock(&self.model);
        model.cut();
        let survivors = model.survivors.clone().unwrap_or_default();
        let found = Self::with(survivors, model.chance.random());
        lock(&found.model).lies = model.lies;
        found
    }

    /// What is in its files.
    pub(crate) fn files(&self) -> Vec<Vec<u8>> {
        let names: Vec<String> = lock(&self.model).names.keys().cloned().collect();
        names.iter().map(|name| fs::read(self.file(name)).unwrap_or_default()).collect()
    }
}

impl Drop for UnreliableDisk {
    fn drop(&mut self) {
        lock(&self.model).cut();
        lock(&DISKS).remove(&self.folder);
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// All disks, by their folder.
static DISKS: Mutex<BTreeMap<PathBuf, Arc<Mutex<Model>>>> = Mutex::new(BTreeMap::new());

/// The disk that a file is on, and what the file is called there.
fn disk_of(file: &Path) -> Option<(Arc<Mutex<Model>>, String)> {
    let name = file.file_name()?.to_str()?.to_owned();
    Some((Arc::clone(lock(&DISKS).get(file.parent()?)?), name))
}

/// Nothing that can panic runs under a lock.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is on a disk, and what would be if the power went.
#[derive(Debug)]
struct Model {
    contents: Vec<Content>,
    /// Place in `contents` by name.
    names: BTreeMap<String, usize>,
    durable_names: BTreeMap<String, usize>,
    trouble: Trouble,
    lies: bool,
    operations_left: Option<u32>,
    /// Set once the power is gone.
    survivors: Option<BTreeMap<String, Vec<u8>>>,
    chance: StdRng,
}

/// One file, under whatever name.
#[derive(Debug, Default)]
struct Content {
    size: usize,
    durable: Vec<u8>,
    pending: Vec<Change>,
}

#[derive(Debug)]
enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Cut { size: usize },
}

impl Model {
    fn new(seed: u64) -> Self {
        Self {
            contents: Vec::new(),
            names: BTreeMap::new(),
            durable_names: BTreeMap::new(),
            trouble: Trouble::default(),
            lies: false,
            operations_left: None,
            survivors: None,
            chance: StdRng::seed_from_u64(seed),
        }
    }

    /// The file of this name; a new one if there is none.
    fn open(&mut self, name: &str) -> Result<usize, Fault> {
        self.pass()?;
        if let Some(file) = self.names.get(name) {
            return Ok(*file);
        }
        self.contents.push(Content::default());
        self.names.insert(name.to_owned(), self.contents.len() - 1);
        Ok(self.contents.len() - 1)
    }

    fn read(&mut self) -> Result<(), Fault> {
        if self.survivors.is_some() {
            return Err(Fault::Dead);
        }
        self.fails(self.trouble.read, Fault::Read)
    }

    fn write(&mut self, file: usize, at: usize, bytes: &[u8]) -> Result<(), Fault> {
        self.fails(self.trouble.write, Fault::Write)?;
        let end = at + bytes.len();
        if end > self.contents[file].size {
            self.fails(self.trouble.full, Fault::Full)?;
        }
        let content = &mut self.contents[file];
        content.size = content.size.max(end);
        content.pending.push(Change::Write { at, bytes: bytes.to_vec() });
        self.pass()
    }

    fn cut_off(&mut self, file: usize, size: usize) -> Result<(), Fault> {
        self.fails(self.trouble.write, Fault::Write)?;
        self.contents[file].size = size;
        self.contents[file].pending.push(Change::Cut { size });
        self.pass()
    }

    fn sync(&mut self, file: usize) -> Result<(), Fault> {
        self.pass()?;
        let failed = self.fails(self.trouble.sync, Fault::Sync);
        if self.lies {
            return failed;
        }
        let Content { durable, pending, .. } = &mut self.contents[file];
        for change in pending.drain(..) {
            // The system forgets that there was more to write.
            if failed.is_ok() || self.chance.random() {
                change.apply(durable);
            }
        }
        failed
    }

    fn sync_folder(&mut self) -> Result<(), Fault> {
        self.pass()?;
        if !self.lies {
            self.durable_names.clone_from(&self.names);
        }
        Ok(())
    }

    fn remove(&mut self, name: &str) -> Result<(), Fault> {
        self.names.remove(name);
        self.pass()
    }

    /// One operation is done, unless the power goes in the middle of it.
    fn pass(&mut self) -> Result<(), Fault> {
        match &mut self.operations_left {
            Some(0) => self.cut(),
            Some(left) => *left -= 1,
            None => {}
        }
        if self.survivors.is_some() { Err(Fault::Dead) } else { Ok(()) }
    }

    fn fails(&mut self, one_in: u32, fault: Fault) -> Result<(), Fault> {
        if one_in > 0 && self.chance.random_range(0..one_in) == 0 { Err(fault) } else { Ok(()) }
    }

    /// The power goes.
    fn cut(&mut self) {
        if self.survivors.is_some() {
            return;
        }
        let mut survivors = BTreeMap::new();
        let names: BTreeSet<&String> = self.names.keys().chain(self.durable_names.keys()).collect();
        for name in names {
            let (new, old) = (self.names.get(name), self.durable_names.get(name));
            let survives = if self.chance.random() { new } else { old };
            if let Some(content) = survives.and_then(|file| self.contents.get(*file)) {
                survivors.insert(name.clone(), content.after_cut(&mut self.chance));
            }
        }
        self.survivors = Some(survivors);
    }
}

impl Content {
    /// What is found of it later.
    fn after_cut(&self, chance: &mut StdRng) -> Vec<u8> {
        let mut found = self.durable.clone();
        let in_order = chance.random_range(0..=self.pending.len());
        let survive: &[Change] = match chance.random_range(0..4) {
            0 => &[],
            1 => &self.pending,
            2 => &self.pending[..in_order],
            _ => {
                for change in &self.pending {
                    change.apply_partly(&mut found, chance);
                }
                &[]
            }
        };
        for change in survive {
            change.apply(&mut found);
        }
        found
    }
}

impl Change {
    fn apply(&self, content: &mut Vec<u8>) {
        match self {
            Self::Write { at, bytes } => put(content, *at, bytes),
            Self::Cut { size } => content.resize(*size, 0),
        }
    }

    /// Any of the sectors that it touches are written, the others are not.
    fn apply_partly(&self, content: &mut Vec<u8>, chance: &mut StdRng) {
        match self {
            Self::Write { at, bytes } => {
                let (mut at, mut rest) = (*at, &bytes[..]);
                while !rest.is_empty() {
                    let (sector, behind) = rest.split_at(rest.len().min(SECTOR - at % SECTOR));
                    if chance.random() {
                        put(content, at, sector);
                    }
                    (at, rest) = (at + sector.len(), behind);
                }
            }
            Self::Cut { .. } if chance.random() => self.apply(content),
            Self::Cut { .. } => {}
        }
    }
}

fn put(content: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    content.resize(content.len().max(at + bytes.len()), 0);
    content[at..at + bytes.len()].copy_from_slice(bytes);
}
