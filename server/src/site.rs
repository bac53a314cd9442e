//! The built client: files with their compressed forms, from the binary or from a folder.

use std::{collections::HashMap, fs, io, path::Path};

use bytes::Bytes;
use serde::Deserialize;
use sha2::{Digest, Sha256};

include!(concat!(env!("OUT_DIR"), "/site.rs"));

/// The built client.
#[derive(Debug, Default)]
pub(crate) struct Site {
    manifest: Manifest,
    files: HashMap<String, SiteFile>,
}

/// One file in each encoding that it has.
#[derive(Clone, Debug)]
pub(crate) struct SiteFile {
    /// MIME type.
    pub content_type: &'static str,
    /// Strong entity tag without quotes.
    pub etag: String,
    /// As it is.
    pub plain: Bytes,
    /// Brotli.
    pub brotli: Option<Bytes>,
    /// Gzip.
    pub gzip: Option<Bytes>,
}

/// **Shape**: `site.json` of the build.
#[derive(Debug, Default, Deserialize)]
struct Manifest {
    #[serde(default)]
    build: HashMap<String, String>,
    #[serde(default)]
    assets: HashMap<String, String>,
    #[serde(default)]
    files: Vec<String>,
}

impl Site {
    /// The client that was built into the binary; empty if none was.
    pub(crate) fn embedded() -> Self {
        let files: HashMap<&str, &'static [u8]> = SITE.iter().copied().collect();
        Self::from_files(|path| Ok(files.get(path).map(|bytes| Bytes::from_static(bytes))))
            .expect("the build wrote a valid site.json")
    }

    /// The client in a folder, as `cargo xtask build` leaves it.
    ///
    /// # Errors
    /// A file that `site.json` names cannot be read, or there is no `site.json`.
    pub(crate) fn from_folder(folder: &Path) -> io::Result<Self> {
        if !folder.join("site.json").is_file() {
            return Err(io::Error::new(io::ErrorKind::NotFound, "it has no site.json"));
        }
        Self::from_files(|path| match fs::read(folder.join(path)) {
            Ok(bytes) => Ok(Some(Bytes::from(bytes))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        })
    }

    fn from_files(read: impl Fn(&str) -> io::Result<Option<Bytes>>) -> io::Result<Self> {
        let Some(manifest) = read("site.json")? else { return Ok(Self::default()) };
        let manifest: Manifest = serde_json::from_slice(&manifest)?;
        let mut files = HashMap::new();
        for path in &manifest.files {
            let below = path.trim_start_matches('/');
            let missing = || io::Error::new(io::ErrorKind::NotFound, format!("{path} is missing"));
            let plain = read(below)?.ok_or_else(missing)?;
            let file = SiteFile {
                content_type: content_type(path),
                etag: hex::encode(&Sha256::digest(&plain)[..8]),
                plain,
                brotli: read(&format!("{below}.br"))?,
                gzip: read(&format!("{below}.gz"))?,
            };
            files.insert(path.clone(), file);
        }
        Ok(Self { manifest, files })
    }

    /// The file served at `path`.
    pub(crate) fn file(&self, path: &str) -> Option<&SiteFile> {
        self.files.get(path)
    }

    /// Path of the hashed file `name`, such as `visitor.js`.
    pub(crate) fn asset(&self, name: &str) -> Option<&str> {
        self.manifest.assets.get(name).map(String::as_str)
    }

    /// Build id of the visitor app; `none` without a built client.
    pub(crate) fn visitor_build(&self) -> &str {
        self.manifest.build.get("visitor").map_or("none", String::as_str)
    }
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
