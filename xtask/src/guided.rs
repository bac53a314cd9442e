//! `cargo xtask fuzz --guided`: libFuzzer looks for input that reaches code which none has reached before.
//!
//! The stable compiler instruments the code, without a sanitizer: the project has no unsafe code to watch.
//! libFuzzer itself is C++ and comes with the crate `libfuzzer-sys`.

use crate::failure::Failure;
use crate::output;
use crate::prerequisites;
use crate::process;
use crate::workspace::Workspace;

/// What a run can be aimed at.
const TARGETS: [&str; 4] = ["frame", "vetting", "document", "import"];

/// What makes the compiler count which code an input reaches.
const INSTRUMENTATION: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1";

/// An input that takes so many seconds hangs.
const HANGS_S: u32 = 10;
/// Memory of the whole program, in MiB; a single message may cost 64.
const MEMORY_MIB: u32 = 1024;

/// Runs one target, or all one after the other, for so many seconds each. What is found is written into
/// `fuzz/found/<target>`, where the tests send it again.
pub(crate) fn run(workspace: &Workspace, target: Option<&str>, seconds: u64) -> Result<(), Failure> {
    let targets: Vec<&str> =
        TARGETS.into_iter().filter(|name| target.is_none_or(|wanted| wanted == *name)).collect();
    if targets.is_empty() {
        let problem = format!("choose one of {}, or none for all", TARGETS.join(", "));
        return Err(Failure::Unexpected { what: "the target of the guided run".to_owned(), problem });
    }
    prerequisites::cpp_compiler(workspace)?;
    let folder = workspace.target.join("guided");
    let corpus = folder.join("corpus");
    let mut write_corpus = process::cargo(workspace);
    write_corpus.args(["run", "--quiet", "--package", "fuzz", "--bin", "corpus", "--"]).arg(&corpus);
    process::run(&mut write_corpus)?;

    let host = prerequisites::host(workspace)?;
    let mut build = process::cargo(workspace);
    build.args(["build", "--release", "--package", "fuzz", "--bin", "guided", "--features", "guided"]);
    // Naming the host keeps the flags away from build scripts.
    build.args(["--target", &host, "--config", "profile.release.debug-assertions=true"]);
    build.arg("--target-dir").arg(&folder).env("RUSTFLAGS", INSTRUMENTATION);
    process::run(&mut build)?;

    let mut failed = 0;
    for target in &targets {
        output::line(&format!("{target}: {seconds} s"));
        let found = workspace.root.join("fuzz/found").join(target);
        std::fs::create_dir_all(&found).map_err(Failure::file("make", &found))?;
        let program = folder.join(&host).join("release/guided");
        let mut guided = process::program(&program.to_string_lossy(), &workspace.root);
        guided.env("MARKT_TARGET", target).arg(corpus.join(target));
        guided.args([
            format!("-max_total_time={seconds}"),
            format!("-timeout={HANGS_S}"),
            format!("-rss_limit_mb={MEMORY_MIB}"),
            format!("-artifact_prefix={}/", found.display()),
            "-print_final_stats=1".to_owned(),
            "-verbosity=0".to_owned(),
        ]);
        // The others are to run all the same.
        if let Err(failure) = process::run(&mut guided) {
            output::error(&failure);
            failed += 1;
        }
        // Git keeps no empty folders, and neither do we.
        let _holds_findings = std::fs::remove_dir(&found);
    }
    if failed == 0 { Ok(()) } else { Err(Failure::Checks { failed, total: targets.len() }) }
}
