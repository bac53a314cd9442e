//! The sprites in `icons/` → an enum with one variant per symbol.

use std::{error::Error, fmt::Write, fs, path::Path};

/// Writes `symbols.rs`.
pub(crate) fn name(folder: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut svg = String::new();
    for sprite in ["visitor.svg", "team.svg"] {
        let path = folder.join(sprite);
        svg += &fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    let ids: Vec<&str> =
        svg.split("<symbol id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();

    let mut code = String::from(
        "/// A symbol of the icon sprite.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum Symbol {\n",
    );
    for id in &ids {
        writeln!(code, "    /// `{id}`\n    {},", variant(id))?;
    }
    code.push_str(
        "}\n\nimpl Symbol {\n    pub(crate) fn href(self) -> &'static str {\n        match self {\n",
    );
    for id in &ids {
        writeln!(code, "            Self::{} => \"#{id}\",", variant(id))?;
    }
    code.push_str("        }\n    }\n}\n");
    fs::write(out.join("symbols.rs"), code)?;
    Ok(())
}

fn variant(id: &str) -> String {
    id.trim_start_matches("i-")
        .split('-')
        .flat_map(|word| {
            let (first, rest) = word.split_at(1);
            [first.to_uppercase(), rest.to_owned()]
        })
        .collect()
}
