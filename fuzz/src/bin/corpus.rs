//! Writes real input for each target into `FOLDER/<target>`, for guided runs to begin with.

use fuzz::targets::Target;
use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let folder = PathBuf::from(std::env::args_os().nth(1).expect("the folder to write into"));
    for target in Target::ALL {
        let folder = folder.join(target.name());
        std::fs::create_dir_all(&folder)?;
        for (number, seed) in target.seeds().iter().enumerate() {
            std::fs::write(folder.join(format!("real-{number}")), seed)?;
        }
    }
    Ok(())
}
