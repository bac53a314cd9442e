//! What has to be on the machine: installed when that is possible, else named with the command that does it.

use crate::failure::Failure;
use crate::output;
use crate::process;
use crate::workspace::Workspace;
use std::path::{Path, PathBuf};

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const OLDEST_NODE: u32 = 20;
const GECKODRIVER: &str = "0.37.1";

/// Disk space for a build into an empty target folder, in MiB: measured 3,600, with room for the rest.
const COLD_BUILD_MIB: u64 = 5_000;
/// Disk space for a build that finds most of its parts made, in MiB.
const WARM_BUILD_MIB: u64 = 700;

/// Adds the compiler's wasm target when it is missing.
pub(crate) fn wasm_target(workspace: &Workspace) -> Result<(), Failure> {
    let library = Path::new("lib/rustlib").join(WASM_TARGET).join("lib");
    compiler_part(workspace, &library, ["target", "add", WASM_TARGET])
}

/// Adds the standard library's source when it is missing; the release builds compile it for size.
pub(crate) fn standard_library_source(workspace: &Workspace) -> Result<(), Failure> {
    compiler_part(workspace, Path::new("lib/rustlib/src/rust/library"), ["component", "add", "rust-src"])
}

/// Calls rustup unless the compiler has `folder` already.
fn compiler_part(workspace: &Workspace, folder: &Path, rustup: [&str; 3]) -> Result<(), Failure> {
    let mut rustc = process::program("rustc", &workspace.root);
    let sysroot = process::output_of(rustc.args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join(folder).is_dir() {
        return Ok(());
    }
    let [what, _, name] = rustup;
    output::line(&format!("installing the compiler's {what} {name}"));
    let mut command = process::program("rustup", &workspace.root);
    process::run(command.args(rustup)).map_err(|failure| match failure {
        Failure::Start { .. } => Failure::MissingTool {
            program: "rustup".to_owned(),
            remedy: format!(
                "install it from https://rustup.rs, or add the compiler's {what} {name} yourself"
            ),
        },
        other => other,
    })
}

/// Refuses to begin a build that would fill the disk.
pub(crate) fn disk_space(workspace: &Workspace) -> Result<(), Failure> {
    let needed_mib =
        if workspace.target.join(WASM_TARGET).is_dir() && workspace.target.join("release").is_dir() {
            WARM_BUILD_MIB
        } else {
            COLD_BUILD_MIB
        };
    let Some(free_mib) = free_mib(&workspace.root, &workspace.target) else { return Ok(()) };
    if free_mib < needed_mib {
        return Err(Failure::DiskSpace { path: workspace.target.clone(), free_mib, needed_mib });
    }
    Ok(())
}

/// Free space where `path` is, or would be; `None` where there is no `df`.
fn free_mib(root: &Path, path: &Path) -> Option<u64> {
    let existing = path.ancestors().find(|folder| folder.is_dir())?;
    let mut df = process::program("df", root);
    let table = process::output_of(df.arg("-Pk").arg(existing)).ok()?;
    let kib: u64 = table.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()?;
    Some(kib / 1024)
}

/// A compiler for C++, for libFuzzer.
pub(crate) fn cpp_compiler(workspace: &Workspace) -> Result<(), Failure> {
    let compiler = std::env::var("CXX").unwrap_or_else(|_| "c++".to_owned());
    process::output_of(process::program(&compiler, &workspace.root).arg("--version")).map(|_| ()).map_err(
        |_absent| Failure::MissingTool {
            program: compiler,
            remedy: "libFuzzer needs a compiler for C++ (Debian: apt-get install g++)".to_owned(),
        },
    )
}

/// The compiler's name for this machine, such as `x86_64-unknown-linux-gnu`.
pub(crate) fn host(workspace: &Workspace) -> Result<String, Failure> {
    let mut rustc = process::program("rustc", &workspace.root);
    Ok(process::output_of(rustc.args(["--print", "host-tuple"]))?.trim().to_owned())
}

/// Node and npm, for the official JavaScript client and for Lighthouse.
pub(crate) fn node(workspace: &Workspace) -> Result<(), Failure> {
    let remedy = format!("install Node.js {OLDEST_NODE} or newer (https://nodejs.org), with npm");
    let missing =
        |program: &str| Failure::MissingTool { program: program.to_owned(), remedy: remedy.clone() };
    let version = process::output_of(process::program("node", &workspace.root).arg("--version"))
        .map_err(|_absent| missing("node"))?;
    let version = version.trim().trim_start_matches('v');
    let major: u32 = version.split('.').next().and_then(|major| major.parse().ok()).unwrap_or(0);
    if major < OLDEST_NODE {
        return Err(Failure::OldTool {
            program: "node".to_owned(),
            found: version.to_owned(),
            wanted: OLDEST_NODE,
            remedy,
        });
    }
    process::output_of(process::program("npm", &workspace.root).arg("--version"))
        .map_err(|_absent| missing("npm"))?;
    Ok(())
}

/// Installs a folder's npm packages exactly as its lock file says, unless that was done already.
pub(crate) fn npm_packages(folder: &Path) -> Result<(), Failure> {
    let lock = folder.join("package-lock.json");
    let wanted = std::fs::read(&lock).map_err(Failure::file("read", &lock))?;
    let stamp = folder.join("node_modules/.installed-lock.json");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    output::line(&format!("installing npm packages of {}", folder.display()));
    let mut npm = process::program("npm", folder);
    process::run(npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]))?;
    std::fs::write(&stamp, wanted).map_err(Failure::file("write", &stamp))
}

/// Chromium and its driver, installed by apt as root.
pub(crate) fn chromium(workspace: &Workspace) -> Result<(), Failure> {
    debian_packages(workspace, &["chromium", "chromedriver"], &["chromium", "chromium-driver"])
}

/// Firefox, installed by apt as root, and its driver, compiled into the target folder. Gives the driver's path.
pub(crate) fn firefox(workspace: &Workspace) -> Result<PathBuf, Failure> {
    debian_packages(workspace, &["firefox-esr"], &["firefox-esr"])?;
    let folder = workspace.target.join("tools");
    let driver = folder.join("bin/geckodriver");
    if !driver.is_file() {
        output::line(&format!("installing geckodriver {GECKODRIVER}"));
        let mut install = process::cargo(workspace);
        install.args(["install", "--quiet", "--locked", "--version", GECKODRIVER, "--root"]).arg(&folder);
        process::run(install.arg("geckodriver"))?;
    }
    Ok(driver)
}

/// `WebKit`, its driver and a screen that no one sees, installed by apt as root.
pub(crate) fn webkit(workspace: &Workspace) -> Result<(), Failure> {
    debian_packages(workspace, &["WebKitWebDriver", "xvfb-run"], &["webkit2gtk-driver", "xvfb", "xauth"])
}

/// Programs that Debian's packages bring: installed where apt is and may, else named.
fn debian_packages(workspace: &Workspace, programs: &[&str], packages: &[&str]) -> Result<(), Failure> {
    let missing = || programs.iter().find(|program| !is_on_path(program));
    if missing().is_none() {
        return Ok(());
    }
    if is_on_path("apt-get") && is_root(workspace) {
        output::line(&format!("installing {}", packages.join(" and ")));
        let mut update = process::program("apt-get", &workspace.root);
        process::run(update.args(["update", "-qq"]))?;
        let mut install = process::program("apt-get", &workspace.root);
        process::run(install.args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))?;
    }
    match missing() {
        None => Ok(()),
        Some(program) => Err(Failure::MissingTool {
            program: (*program).to_owned(),
            remedy: format!("install it (Debian: apt-get install {})", packages.join(" ")),
        }),
    }
}

fn is_root(workspace: &Workspace) -> bool {
    process::output_of(process::program("id", &workspace.root).arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn is_on_path(program: &str) -> bool {
    let Some(path) = std::env::var_os("PATH") else { return false };
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}
