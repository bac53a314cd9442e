//! SQLite's way to an unreliable disk: a file system that stands before the usual one.
//!
//! It is SQLite's default in the program of the tests. Files that are on no unreliable disk are handed on
//! as they come; for the others a structure of ours stands before the usual one's in the memory that
//! SQLite reserves for a file.

#![expect(unsafe_code, reason = "SQLite calls a file system by functions of C")]

use std::{
    ffi::{CStr, c_char, c_int, c_void},
    path::Path,
    ptr,
    sync::{Arc, Mutex, OnceLock},
};

use rusqlite::ffi::{
    SQLITE_FULL, SQLITE_IOERR, SQLITE_IOERR_FSYNC, SQLITE_IOERR_READ, SQLITE_IOERR_WRITE, SQLITE_OK,
    SQLITE_OPEN_CREATE, SQLITE_OPEN_MAIN_JOURNAL, SQLITE_OPEN_SUPER_JOURNAL, SQLITE_OPEN_WAL, sqlite3_file,
    sqlite3_int64, sqlite3_io_methods, sqlite3_vfs, sqlite3_vfs_find, sqlite3_vfs_register,
};

use super::{Fault, Model, disk_of, lock};

/// What SQLite opens; the usual file system's structure follows it.
#[repr(C)]
struct OpenFile {
    base: sqlite3_file,
    place: *mut Place,
}

/// Which file it is.
struct Place {
    model: Arc<Mutex<Model>>,
    file: usize,
    /// The usual file system syncs the folder with the first sync of a new log, and so do we.
    syncs_folder: bool,
}

/// The usual file system. SQLite never changes or frees it.
struct Usual(*mut sqlite3_vfs);
unsafe impl Send for Usual {}
unsafe impl Sync for Usual {}

static USUAL: OnceLock<Usual> = OnceLock::new();

/// Puts this file system before the usual one, once.
pub(super) fn register() {
    USUAL.get_or_init(|| unsafe {
        let usual = sqlite3_vfs_find(ptr::null());
        // What is not named here are functions that do not look at the file system they belong to.
        let own = sqlite3_vfs {
            szOsFile: (*usual).szOsFile + size_of::<OpenFile>() as c_int,
            zName: c"unreliable-disk".as_ptr(),
            pNext: ptr::null_mut(),
            xOpen: Some(open),
            xDelete: Some(delete),
            ..*usual
        };
        assert_eq!(sqlite3_vfs_register(Box::leak(Box::new(own)), 1), SQLITE_OK);
        Usual(usual)
    });
}

fn usual() -> *mut sqlite3_vfs {
    USUAL.get().expect("SQLite only knows what was registered").0
}

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(take_lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

/// Lets the usual file system do it.
macro_rules! hand_on {
    ($file:ident, $method:ident $(, $argument:expr)*) => {
        unsafe {
            let real = $file.byte_add(size_of::<OpenFile>());
            (*(*real).pMethods).$method.expect("the usual file system has it")(real $(, $argument)*)
        }
    };
}

fn code(fault: Fault) -> c_int {
    match fault {
        Fault::Full => SQLITE_FULL,
        Fault::Write => SQLITE_IOERR_WRITE,
        Fault::Sync => SQLITE_IOERR_FSYNC,
        Fault::Read => SQLITE_IOERR_READ,
        Fault::Dead => SQLITE_IOERR,
    }
}

unsafe fn place<'a>(file: *mut sqlite3_file) -> &'a mut Place {
    unsafe { &mut *(*file.cast::<OpenFile>()).place }
}

/// Asks the disk first, then does it.
macro_rules! unless {
    ($asked:expr) => {
        if let Err(fault) = $asked {
            return code(fault);
        }
    };
}

unsafe extern "C" fn open(
    _own: *mut sqlite3_vfs,
    name: *const c_char,
    file: *mut sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    unsafe {
        let open = (*usual()).xOpen.expect("the usual file system has it");
        let Some((model, short)) = on_disk(name) else { return open(usual(), name, file, flags, out_flags) };
        (*file).pMethods = ptr::null();
        let opened = lock(&model).open(&short);
        let number = match opened {
            Ok(number) => number,
            Err(fault) => return code(fault),
        };
        let result = open(usual(), name, file.byte_add(size_of::<OpenFile>()), flags, out_flags);
        if result == SQLITE_OK {
            let logs = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;
            let syncs_folder = flags & SQLITE_OPEN_CREATE != 0 && flags & logs != 0;
            (*file.cast::<OpenFile>()).place =
                Box::into_raw(Box::new(Place { model, file: number, syncs_folder }));
            (*file).pMethods = &raw const METHODS;
        }
        result
    }
}

unsafe fn on_disk(name: *const c_char) -> Option<(Arc<Mutex<Model>>, String)> {
    if name.is_null() {
        return None;
    }
    disk_of(Path::new(unsafe { CStr::from_ptr(name) }.to_str().ok()?))
}

unsafe extern "C" fn delete(_own: *mut sqlite3_vfs, name: *const c_char, syncs_folder: c_int) -> c_int {
    unsafe {
        if let Some((model, short)) = on_disk(name) {
            unless!(lock(&model).remove(&short));
            if syncs_folder != 0 {
                unless!(lock(&model).sync_folder());
            }
        }
        (*usual()).xDelete.expect("the usual file system has it")(usual(), name, syncs_folder)
    }
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    let result = hand_on!(file, xClose);
    drop(unsafe { Box::from_raw((*file.cast::<OpenFile>()).place) });
    result
}

unsafe extern "C" fn read(
    file: *mut sqlite3_file,
    to: *mut c_void,
    length: c_int,
    at: sqlite3_int64,
) -> c_int {
    unless!(lock(&unsafe { place(file) }.model).read());
    hand_on!(file, xRead, to, length, at)
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    from: *const c_void,
    length: c_int,
    at: sqlite3_int64,
) -> c_int {
    let Place { model, file: number, .. } = unsafe { place(file) };
    let bytes = unsafe { std::slice::from_raw_parts(from.cast::<u8>(), length as usize) };
    unless!(lock(model).write(*number, at as usize, bytes));
    hand_on!(file, xWrite, from, length, at)
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, size: sqlite3_int64) -> c_int {
    let Place { model, file: number, .. } = unsafe { place(file) };
    unless!(lock(model).cut_off(*number, size as usize));
    hand_on!(file, xTruncate, size)
}

/// The usual file system is not asked: only what is remembered here decides what survives.
unsafe extern "C" fn sync(file: *mut sqlite3_file, _flags: c_int) -> c_int {
    let Place { model, file: number, syncs_folder } = unsafe { place(file) };
    unless!(lock(model).sync(*number));
    if std::mem::take(syncs_folder) {
        unless!(lock(model).sync_folder());
    }
    SQLITE_OK
}

unsafe extern "C" fn file_size(file: *mut sqlite3_file, size: *mut sqlite3_int64) -> c_int {
    hand_on!(file, xFileSize, size)
}

unsafe extern "C" fn take_lock(file: *mut sqlite3_file, level: c_int) -> c_int {
    hand_on!(file, xLock, level)
}

unsafe extern "C" fn unlock(file: *mut sqlite3_file, level: c_int) -> c_int {
    hand_on!(file, xUnlock, level)
}

unsafe extern "C" fn check_reserved_lock(file: *mut sqlite3_file, is_taken: *mut c_int) -> c_int {
    hand_on!(file, xCheckReservedLock, is_taken)
}

unsafe extern "C" fn file_control(file: *mut sqlite3_file, operation: c_int, argument: *mut c_void) -> c_int {
    hand_on!(file, xFileControl, operation, argument)
}

unsafe extern "C" fn sector_size(file: *mut sqlite3_file) -> c_int {
    hand_on!(file, xSectorSize)
}

unsafe extern "C" fn device_characteristics(file: *mut sqlite3_file) -> c_int {
    hand_on!(file, xDeviceCharacteristics)
}

unsafe extern "C" fn shm_map(
    file: *mut sqlite3_file,
    region: c_int,
    size: c_int,
    extend: c_int,
    memory: *mut *mut c_void,
) -> c_int {
    hand_on!(file, xShmMap, region, size, extend, memory)
}

unsafe extern "C" fn shm_lock(file: *mut sqlite3_file, offset: c_int, count: c_int, flags: c_int) -> c_int {
    hand_on!(file, xShmLock, offset, count, flags)
}

unsafe extern "C" fn shm_barrier(file: *mut sqlite3_file) {
    hand_on!(file, xShmBarrier);
}

unsafe extern "C" fn shm_unmap(file: *mut sqlite3_file, delete: c_int) -> c_int {
    hand_on!(file, xShmUnmap, delete)
}
