//! What a published page is sent without: the white space of its scripts and style sheets, and all but one
//! of the requests for the latter. esbuild does the work, as it bundles ECharts.

use crate::process;
use crate::tools::Tools;
use crate::versions::WORKERS;
use crate::{Result, files};
use std::path::{Path, PathBuf};

const STYLE_SHEET: &str = "<link rel=\"stylesheet\" href=\"";

/// Makes one style sheet of those that the page in `site` names, in their order.
pub fn bundle_styles(tools: &Tools, site: &Path) -> Result<()> {
    let path = site.join("index.html");
    let page = files::read_text(&path)?;
    let (page, sheets) = without_style_sheets(&page)
        .ok_or("index.html names no style sheets, so trunk writes otherwise by now.")?;
    let imports: String = sheets
        .iter()
        .map(|(name, _)| format!("@import \"./{name}\";\n"))
        .collect();
    let entry = site.join("page.css");
    files::write(&entry, imports)?;
    process::run(
        "Bundling the style sheets",
        tools
            .command("esbuild")
            .arg(&entry)
            .args([
                "--bundle",
                "--minify",
                "--allow-overwrite",
                "--log-level=warning",
            ])
            .arg(format!("--outfile={}", entry.display())),
    )?;
    let bundle = files::read(&entry)?;
    for name in sheets
        .iter()
        .map(|(name, _)| name.as_str())
        .chain(["page.css"])
    {
        files::remove_file(&site.join(name))?;
    }
    let name = format!("page-{}.css", files::short_hash(&[&bundle]));
    files::write(&site.join(&name), bundle)?;
    let (first, link) = &sheets[0];
    files::write(&path, page.replace("{styles}", &link.replace(first, &name)))
}

/// The page with `{styles}` in place of its first link to a style sheet and none of the others; and the
/// name of each with its link.
fn without_style_sheets(page: &str) -> Option<(String, Vec<(String, String)>)> {
    let mut rest = page.to_owned();
    let mut sheets = Vec::new();
    while let Some(start) = rest.find(STYLE_SHEET) {
        let end = start + rest[start..].find('>')? + 1;
        let link = rest[start..end].to_owned();
        let address = link[STYLE_SHEET.len()..].split('"').next()?;
        let name = address.rsplit('/').next()?.to_owned();
        let stands_for_it = if sheets.is_empty() { "{styles}" } else { "" };
        rest.replace_range(start..end, stands_for_it);
        sheets.push((name, link));
    }
    (!sheets.is_empty()).then_some((rest, sheets))
}

/// What the names of the page's modules begin with that bind the WebAssembly. ECharts is minified when it is
/// bundled, and the other scripts are a few lines each.
const OF_PAGE: [&str; 2] = ["app-", "parts-"];

/// Minifies the scripts of `site` that bind its WebAssembly: the page's, and the workers', which are not named
/// by their content yet.
pub fn minify_scripts(tools: &Tools, site: &Path) -> Result<()> {
    let mut esbuild = tools.command("esbuild");
    esbuild.args([
        "--minify",
        "--format=esm",
        "--target=es2022",
        "--legal-comments=inline",
    ]);
    esbuild.args(["--allow-overwrite", "--log-level=warning"]);
    esbuild.arg(format!("--outdir={}", site.display()));
    let scripts = files::all_files(&[site.to_owned()]);
    esbuild.args(modules(&scripts)?);
    process::run("Minifying the scripts", &mut esbuild)
}

/// Those of the scripts that bind WebAssembly.
///
/// # Errors
///
/// One of them is missing, so trunk names it otherwise by now.
fn modules(scripts: &[PathBuf]) -> Result<Vec<&Path>> {
    let of_workers = WORKERS.map(|worker| format!("{worker}.js"));
    let is_of_page = |name: &str, start: &str| name.starts_with(start) && name.ends_with(".js");
    let find = |what: &str, is_it: &dyn Fn(&str) -> bool| {
        let named = |path: &&PathBuf| {
            path.file_name()
                .and_then(|name| name.to_str())
                .is_some_and(is_it)
        };
        let found: Vec<&Path> = scripts.iter().filter(named).map(PathBuf::as_path).collect();
        match found.is_empty() {
            true => Err(format!("The site has no script {what} to be minified.")),
            false => Ok(found),
        }
    };
    let of_page = OF_PAGE
        .iter()
        .map(|start| find(start, &|name| is_of_page(name, start)));
    let of_workers = of_workers
        .iter()
        .map(|worker| find(worker, &|name| name == worker));
    let found: Vec<Vec<&Path>> = of_page.chain(of_workers).collect::<Result<_>>()?;
    Ok(found.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_binds_webassembly_is_minified_and_nothing_else() {
        let paths = |names: &[&str]| names.iter().map(PathBuf::from).collect::<Vec<_>>();
        let binding = ["app-1.js", "parts-1.js", "trainer.js", "unpacker.js"];
        let others = [
            "app-1_bg.wasm",
            "echarts-1.js",
            "trainer_loader.js",
            "words.js",
        ];
        let all = paths(&[&others[..], &binding].concat());
        let found: Vec<PathBuf> = modules(&all).unwrap().iter().map(PathBuf::from).collect();
        assert_eq!(found, paths(&binding));
        // One that trunk calls otherwise would be served as it is, unseen.
        for missing in 0..binding.len() {
            let mut some = binding.to_vec();
            let name = some.remove(missing);
            let error = modules(&paths(&some)).unwrap_err();
            assert!(error.contains(&name[..4]), "{error}");
        }
    }

    #[test]
    fn one_link_is_left_for_all_style_sheets_in_their_order() {
        let page = "<head><link rel=\"stylesheet\" href=\"./a-1.css\"/>\n\
                    <link rel=\"stylesheet\" href=\"./b-2.css\"/><script></script></head>";
        let (page, sheets) = without_style_sheets(page).unwrap();
        assert_eq!(page, "<head>{styles}\n<script></script></head>");
        let names: Vec<_> = sheets.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["a-1.css", "b-2.css"]);
        assert_eq!(sheets[0].1, "<link rel=\"stylesheet\" href=\"./a-1.css\"/>");
        assert!(without_style_sheets("<head></head>").is_none());
    }
}
