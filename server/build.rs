//! Embeds the built client (folder `MARKT_SITE`) and the example season into the binary.
//!
//! Names the code that compiles catalogs (`MARKT_COMPILER`), because what older code made of the same
//! documents is not to be served.
//!
//! Without `MARKT_SITE` the site is empty, so that checks and tests need no client build.

use std::{
    env,
    fmt::Write as _,
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    io,
    path::{Path, PathBuf},
};

fn main() -> io::Result<()> {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let root =
        PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR")).join("..");

    println!("cargo::rerun-if-env-changed=MARKT_SITE");
    let site = env::var_os("MARKT_SITE").map(PathBuf::from);
    if let Some(site) = &site {
        println!("cargo::rerun-if-changed={}", site.join("site.json").display());
    }
    fs::write(out.join("site.rs"), table("SITE", site.as_deref())?)?;

    let mut compiler = DefaultHasher::new();
    let mut files = Vec::new();
    // The core, what is asked of it, and the languages that there are words for.
    for folder in ["shared/src", "server/src/publication", "client/build"] {
        let folder = root.join(folder);
        println!("cargo::rerun-if-changed={}", folder.display());
        collect(&folder, &mut files)?;
    }
    files.sort();
    for file in files {
        fs::read(file)?.hash(&mut compiler);
    }
    println!("cargo::rustc-env=MARKT_COMPILER={:016x}", compiler.finish());

    let example = root.join("examples/pankow");
    println!("cargo::rerun-if-changed={}", example.display());
    fs::write(out.join("example.rs"), table("EXAMPLE", example.is_dir().then_some(example.as_path()))?)
}

/// A table `name` of path below `folder` → bytes.
fn table(name: &str, folder: Option<&Path>) -> io::Result<String> {
    let mut files = Vec::new();
    if let Some(folder) = folder {
        collect(folder, &mut files)?;
    }
    files.sort();
    let mut code = format!("static {name}: &[(&str, &[u8])] = &[\n");
    for file in &files {
        let folder = folder.expect("files come from a folder");
        let path = file.strip_prefix(folder).expect("collected below the folder");
        let path = path.to_string_lossy().replace('\\', "/");
        let absolute = fs::canonicalize(file)?;
        writeln!(code, "    ({path:?}, include_bytes!({absolute:?})),").expect("writing to a string");
    }
    code.push_str("];\n");
    Ok(code)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
