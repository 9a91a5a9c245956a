//! The static site: trunk builds and binds the three binaries for a release, `develop.rs` does for
//! development; then the chart bundle and the words of each language are added, the start script moves to a file and, for a release, the
//! page is taken apart, wasm-opt runs over all modules, and style sheets and scripts are made small (`minify.rs`); last come the names by content, the service worker (`versions.rs`) and what a host is told
//! (`hosting.rs`).

use crate::process::{self, progress};
use crate::tools::{self, Tools};
use crate::{Result, develop, files, hosting, minify, parts, third_party, versions};
use catalogue::{Catalogue, Language};
use std::path::PathBuf;
use std::time::Instant;

/// What index.html calls the chart bundle; it gets its content's hash on the way.
const ECHARTS_IN_PAGE: &str = "<link data-echarts href=\"echarts.js\"";
/// Where index.html names the files of words.
const WORDS_IN_PAGE: &str = "<link data-words";
const INLINE_MODULE: &str = "<script type=\"module\">";

/// The flags of `.cargo/config.toml` for the wasm target, which flags from the environment replace.
const RUST_FLAGS: [&str; 2] = ["-C", "target-feature=+simd128"];

/// What rustc's wasm32 target and `.cargo/config.toml` use of WebAssembly, and every current browser
/// has. Not --all-features: that would let wasm-opt use what some browsers lack.
const WASM_FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--enable-simd",
];

/// Bytes after brotli that a visitor may have to wait for before the page can be used.
const LARGEST_FIRST_DOWNLOAD: u64 = 260_000;

#[derive(Debug, Clone)]
pub enum Kind {
    /// For `serve` and the browser tests: quick to build, not small.
    Development,
    /// For publishing.
    Release {
        public_url: String,
        /// The site's own address, for the tags that need it.
        site_url: Option<String>,
    },
}

impl Kind {
    /// For publishing anywhere.
    pub fn release() -> Self {
        Self::Release {
            public_url: "./".to_owned(),
            site_url: None,
        }
    }

    fn site_url(&self) -> Option<&str> {
        match self {
            Self::Development => None,
            Self::Release { site_url, .. } => site_url.as_deref(),
        }
    }

    /// The folder of the host that the site will lie in, as far as it is known.
    fn folder_on_host(&self) -> String {
        let Self::Release { public_url, .. } = self else {
            return "/".to_owned();
        };
        let url = self.site_url().unwrap_or(public_url);
        let path = match url.split_once("://") {
            Some((_, rest)) => rest.find('/').map_or("", |start| &rest[start..]),
            None if url.starts_with('/') => url,
            None => "",
        };
        format!("{}/", path.trim_end_matches('/'))
    }
}

/// A built site.
#[derive(Debug, Clone)]
pub struct Site {
    root: PathBuf,
    pub folder: PathBuf,
}

impl Site {
    /// Builds the site, or finds it built from the same inputs.
    pub fn build(tools: &Tools, kind: Kind) -> Result<Self> {
        let started = Instant::now();
        let (folder, stamp, key) = match &kind {
            Kind::Development => {
                let home = tools.target.join("xtask");
                (home.join("site"), home.join("site.stamp"), String::new())
            }
            Kind::Release {
                public_url,
                site_url,
            } => (
                tools.root.join("dist"),
                tools.target.join("xtask").join("dist.stamp"),
                format!("{public_url} {}", site_url.as_deref().unwrap_or_default()),
            ),
        };
        let site = Self {
            root: tools.root.clone(),
            folder,
        };
        let inputs = files::content_hash(&site.watched_paths())?;
        let wanted = files::short_hash(&[inputs.as_bytes(), key.as_bytes()]);
        if files::read_text(&stamp).is_ok_and(|built| built == wanted)
            && site.folder.join("index.html").is_file()
        {
            progress("The site is up to date");
            return Ok(site);
        }
        // A build that fails half-way must not pass for a finished one.
        files::write(&stamp, "")?;
        match &kind {
            Kind::Development => develop::build(tools, &site.folder)?,
            Kind::Release { public_url, .. } => {
                tools.set_up_for_release()?;
                site.trunk(tools, public_url)?;
                minify::bundle_styles(tools, &site.folder)?;
                parts::split_page(tools, &site.folder)?;
            }
        }
        site.add_charts(tools, matches!(kind, Kind::Release { .. }))?;
        site.add_words()?;
        site.move_inline_script()?;
        site.fill_in_address(kind.site_url())?;
        if matches!(kind, Kind::Release { .. }) {
            site.optimise(tools)?;
            minify::minify_scripts(tools, &site.folder)?;
        }
        third_party::write(tools, &site.folder)?;
        versions::name_workers(&site.folder)?;
        let template = files::read_text(&site.root.join("src-js").join("service-worker.js"))?;
        versions::add_service_worker(&site.folder, &template)?;
        hosting::write_headers(&site.folder, &kind.folder_on_host())?;
        if matches!(kind, Kind::Release { .. }) {
            site.weigh(tools)?;
        }
        files::write(&stamp, wanted)?;
        println!(
            "    The site is built in {:.0} s",
            started.elapsed().as_secs_f64()
        );
        Ok(site)
    }

    /// Everything the site is made from.
    pub fn watched_paths(&self) -> Vec<PathBuf> {
        [
            "src",
            "src-js",
            "locales",
            "catalogue",
            "style",
            "public",
            "xtask/src",
            ".cargo",
            "build.rs",
            "index.html",
            "Trunk.toml",
            "Cargo.toml",
            "Cargo.lock",
            "LICENSE",
            "deny.toml",
            "package-lock.json",
            "xtask/licences",
        ]
        .map(|name| self.root.join(name))
        .to_vec()
    }

    /// Has trunk build the page and its workers for publishing.
    fn trunk(&self, tools: &Tools, public_url: &str) -> Result<()> {
        // Not --offline: trunk would pass it on to cargo, which may still have crates to fetch.
        process::run(
            "Building the page and its workers (cargo and wasm-bindgen, called by trunk)",
            tools
                .command("trunk")
                .args(["build", "--skip-version-check", "--release"])
                .args(["--public-url", public_url, "--dist"])
                .arg(&self.folder)
                .env("CARGO_ENCODED_RUSTFLAGS", published_flags().join("\u{1f}"))
                // build.rs has the page built so that it can be taken apart.
                .env("HINDCAST_SPLIT", "1")
                // trunk reads NO_COLOR as a boolean and stops at NO_COLOR=1.
                .env_remove("NO_COLOR"),
        )
    }

    /// Bundles the parts of ECharts that the charts use.
    fn add_charts(&self, tools: &Tools, minify: bool) -> Result<()> {
        let output = tools.target.join("xtask").join("echarts.js");
        let mut esbuild = tools.command("esbuild");
        esbuild
            .args([
                "src-js/echarts.js",
                "--bundle",
                "--format=iife",
                "--global-name=echarts",
                "--target=es2022",
                "--legal-comments=eof",
                "--log-level=warning",
            ])
            // The first chart calls most of it at once: Chromium compiles it all beside the page's
            // thread, instead of each function on that thread when it is first called.
            .arg("--banner:js=//# allFunctionsCalledOnLoad")
            .arg(format!("--outfile={}", output.display()));
        if minify {
            esbuild.arg("--minify");
        }
        process::run("Bundling ECharts", &mut esbuild)?;
        let bundle = files::read(&output)?;
        let name = format!("echarts-{}.js", files::short_hash(&[&bundle]));
        files::write(&self.folder.join(&name), bundle)?;
        self.edit_page(|page| {
            replace_once(
                page,
                ECHARTS_IN_PAGE,
                &format!("<link data-echarts href=\"{name}\""),
            )
            .ok_or_else(|| format!("index.html does not load {ECHARTS_IN_PAGE} once."))
        })
    }

    /// Adds each language's words, of which the page loads one.
    fn add_words(&self) -> Result<()> {
        let catalogue = Catalogue::read(&self.root.join("locales"))?;
        let page = files::read_text(&self.root.join("index.html"))?;
        let mut named = Vec::new();
        for language in catalogue.languages() {
            let tag = &language.tag;
            let mut names = Vec::new();
            for (kind, table) in ["words", "more-words"]
                .iter()
                .zip(catalogue.tables(language))
            {
                let name = format!(
                    "{kind}-{tag}-{}.txt",
                    files::short_hash(&[table.as_bytes()])
                );
                files::write(&self.folder.join(&name), table)?;
                names.push(name);
            }
            named.push(Words {
                tag: tag.clone(),
                names,
                frame: frame_words(&catalogue, language, &page)?,
            });
        }
        self.edit_page(|page| {
            with_words(page, &named)
                .ok_or_else(|| format!("index.html does not have {WORDS_IN_PAGE} once."))
        })
    }

    /// trunk starts the page by an inline script; the Content-Security-Policy allows none.
    fn move_inline_script(&self) -> Result<()> {
        self.edit_page(|page| {
            let (page, script) = without_inline_module(page).ok_or(
                "trunk's page does not hold exactly one inline module script; \
                 xtask/src/site.rs has to learn what this trunk writes.",
            )?;
            let name = format!("start-{}.js", files::short_hash(&[script.as_bytes()]));
            files::write(&self.folder.join(&name), script.trim_start())?;
            Ok(page.replace("{start}", &name))
        })
    }

    /// Fills the site's address into the tags that need it, or leaves these out.
    fn fill_in_address(&self, site_url: Option<&str>) -> Result<()> {
        self.edit_page(|page| {
            hosting::with_address(page, site_url)
                .ok_or_else(|| "index.html has {site-url} outside its one block.".to_owned())
        })
    }

    fn edit_page(&self, edit: impl FnOnce(&str) -> Result<String>) -> Result<()> {
        let path = self.folder.join("index.html");
        let page = edit(&files::read_text(&path)?)?;
        files::write(&path, page)
    }

    /// Runs wasm-opt over the modules; what it made of the same input before is used again.
    fn optimise(&self, tools: &Tools) -> Result<()> {
        let cache = tools.target.join("xtask").join("wasm-opt");
        files::create_folder(&cache)?;
        let binaryen = files::read(&tools.root.join("package-lock.json"))?;
        for module in files::all_files(std::slice::from_ref(&self.folder)) {
            if module
                .extension()
                .is_none_or(|extension| extension != "wasm")
            {
                continue;
            }
            let name = module.file_name().unwrap_or_default().to_string_lossy();
            // The page is to be small; the trainer has hot loops that -Oz would spoil.
            let level = if name.starts_with("trainer") {
                "-O2"
            } else {
                "-Oz"
            };
            let flags = [
                &WASM_FEATURES[..],
                &["--strip-debug", "--strip-producers", level],
            ]
            .concat();
            let key = files::short_hash(&[
                &files::read(&module)?,
                flags.join(" ").as_bytes(),
                &binaryen,
            ]);
            let optimised = cache.join(format!("{key}.wasm"));
            if !optimised.is_file() {
                let unfinished = cache.join("unfinished.wasm");
                // Without the features, wasm-opt refuses what rustc emits.
                process::run(
                    &format!("Optimising {name} (wasm-opt {level})"),
                    tools
                        .command("wasm-opt")
                        .args(&flags)
                        .arg(&module)
                        .arg("-o")
                        .arg(&unfinished),
                )?;
                std::fs::rename(&unfinished, &optimised)
                    .map_err(|error| format!("{} cannot be kept: {error}.", optimised.display()))?;
            }
            files::write(&module, files::read(&optimised)?)?;
        }
        Ok(())
    }

    /// Says what a visitor downloads, and refuses a page that is too large to be waited for.
    fn weigh(&self, tools: &Tools) -> Result<()> {
        let (lines, weighed) = process::run_keeping(
            "Weighing what a visitor downloads (bytes after brotli)",
            tools
                .command("node")
                .arg(tools.root.join("bench").join("sizes.js"))
                .arg(&self.folder),
            |_| true,
        );
        weighed?;
        check_weight(&lines)
    }
}

/// Takes the lines of `bench/sizes.js`: a name and its bytes.
fn check_weight(lines: &[String]) -> Result<()> {
    let usable: u64 = lines
        .iter()
        .find_map(|line| line.strip_prefix("usable ")?.parse().ok())
        .ok_or("bench/sizes.js did not say what a visitor downloads before the page is usable.")?;
    if usable > LARGEST_FIRST_DOWNLOAD {
        return Err(format!(
            "the page is usable only after {} kB, over the {} kB allowed: let what the first screen \
             does not need load behind it, through src/app/deferred.rs.",
            usable / 1000,
            LARGEST_FIRST_DOWNLOAD / 1000
        ));
    }
    Ok(())
}

/// The flags of what is published: panic messages name source files, and where the builder keeps
/// those is nobody's business.
fn published_flags() -> Vec<String> {
    let mut flags = RUST_FLAGS.map(str::to_owned).to_vec();
    let registries = tools::registries().into_iter();
    flags.extend(registries.map(|registry| format!("--remap-path-prefix={}=", registry.display())));
    flags
}

fn replace_once(text: &str, from: &str, to: &str) -> Option<String> {
    (text.matches(from).count() == 1).then(|| text.replacen(from, to, 1))
}

/// A language's words, as index.html names them.
struct Words {
    tag: String,
    /// The file of those of the first screen, and that of all others.
    names: Vec<String>,
    /// Those of the frame that is painted before any code runs, by message.
    frame: Vec<(String, String)>,
}

/// The messages that the page has in English, each marked by `data-says`, in a language. English, which
/// the page has, is held to the page.
fn frame_words(
    catalogue: &Catalogue,
    language: &Language,
    page: &str,
) -> Result<Vec<(String, String)>> {
    let marked = page.split("data-says=\"").skip(1);
    marked
        .map(|rest| {
            let (key, rest) = rest.split_once('"').ok_or("data-says has no end.")?;
            let words = catalogue.words(language, key);
            let words = words.ok_or_else(|| format!("No language file has {key}."))?;
            let served = rest
                .split_once('>')
                .and_then(|(_, rest)| rest.split_once('<'));
            let served =
                served.map(|(text, _)| text.split_whitespace().collect::<Vec<_>>().join(" "));
            if language.tag == "en" && served.as_deref() != Some(words) {
                return Err(format!("index.html says {key} in other words than en.ftl."));
            }
            Ok((key.to_owned(), words.to_owned()))
        })
        .collect()
}

/// The page with a link to each language's file of words, by tag, in place of its empty one.
fn with_words(page: &str, named: &[Words]) -> Option<String> {
    let links: Vec<String> = named
        .iter()
        .map(|Words { tag, names, frame }| {
            let (first, rest) = (&names[0], &names[1]);
            let mut link =
                format!("{WORDS_IN_PAGE}=\"{tag}\" href=\"{first}\" data-rest=\"{rest}\"");
            for (key, words) in frame {
                let words = words.replace('&', "&amp;").replace('"', "&quot;");
                link += &format!(" data-{key}=\"{words}\"");
            }
            link
        })
        .collect();
    replace_once(page, WORDS_IN_PAGE, &links.join(" />\n    "))
}

/// The page with its one inline module script replaced by a reference to `{start}`, in the same
/// folder as the script's own imports, and the script's text.
fn without_inline_module(page: &str) -> Option<(String, String)> {
    let (before, rest) = page.split_once(INLINE_MODULE)?;
    let (script, after) = rest.split_once("</script>")?;
    if after.contains(INLINE_MODULE) {
        return None;
    }
    let folder = script
        .split_once("from '")?
        .1
        .split_once('\'')?
        .0
        .rsplit_once('/')?
        .0;
    let page =
        format!("{before}<script type=\"module\" src=\"{folder}/{{start}}\"></script>{after}");
    Some((page, script.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn the_inline_start_script_becomes_a_file_beside_its_imports() {
        let page = "<body><script type=\"module\">\nimport init from '/sub/app-1.js';\n\
                    await init('/sub/app-1_bg.wasm');\n</script></body>";
        let (page, script) = without_inline_module(page).unwrap();
        assert_eq!(
            page,
            "<body><script type=\"module\" src=\"/sub/{start}\"></script></body>"
        );
        assert!(script.contains("await init('/sub/app-1_bg.wasm');"));
    }

    #[test]
    fn the_page_names_each_languages_words() {
        let named = ["en", "de"].map(|tag| Words {
            tag: tag.to_owned(),
            names: ["words", "more-words"]
                .map(|kind| format!("{kind}-{tag}-1.txt"))
                .into(),
            frame: vec![("prices-lede".to_owned(), "a \"b\" & c".to_owned())],
        });
        assert_eq!(
            with_words("<head><link data-words /></head>", &named).as_deref(),
            Some(
                "<head><link data-words=\"en\" href=\"words-en-1.txt\" \
                 data-rest=\"more-words-en-1.txt\" \
                 data-prices-lede=\"a &quot;b&quot; &amp; c\" />\n    \
                 <link data-words=\"de\" href=\"words-de-1.txt\" \
                 data-rest=\"more-words-de-1.txt\" \
                 data-prices-lede=\"a &quot;b&quot; &amp; c\" /></head>"
            )
        );
        assert_eq!(with_words("<head></head>", &named), None);
    }

    #[test]
    fn the_frame_says_in_english_what_the_language_file_says() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let page = files::read_text(&root.join("index.html")).unwrap();
        let catalogue = Catalogue::read(&root.join("locales")).unwrap();
        for language in catalogue.languages() {
            assert!(frame_words(&catalogue, language, &page).unwrap().len() > 5);
        }
        let other = page.replace("Load again", "Load anew");
        assert!(frame_words(&catalogue, &catalogue.languages()[0], &other).is_err());
    }

    #[test]
    fn the_folder_on_the_host_is_as_known_as_the_address() {
        let folder = |public_url: &str, site_url: Option<&str>| {
            let kind = Kind::Release {
                public_url: public_url.to_owned(),
                site_url: site_url.map(str::to_owned),
            };
            kind.folder_on_host()
        };
        assert_eq!(folder("./", None), "/");
        assert_eq!(folder("/a", None), "/a/");
        assert_eq!(folder("./", Some("https://example.org/b/")), "/b/");
        assert_eq!(folder("/a/", Some("https://example.org/")), "/");
        assert_eq!(folder("https://example.org/c/", None), "/c/");
    }

    #[test]
    fn published_modules_get_the_flags_of_all_builds() {
        let config = include_str!("../../.cargo/config.toml");
        let flags = RUST_FLAGS.map(|flag| format!("{flag:?}")).join(", ");
        assert!(
            config.contains(&format!("rustflags = [{flags}]")),
            "{config}"
        );
    }

    #[test]
    fn a_page_that_is_too_large_is_refused() {
        let lines = |usable: &str| vec![usable.to_owned(), "charts 167000".to_owned()];
        assert!(check_weight(&lines("usable 260000")).is_ok());
        let error = check_weight(&lines("usable 260001")).unwrap_err();
        assert!(error.contains("260 kB"), "{error}");
        assert!(check_weight(&lines("Usable")).is_err());
    }

    #[test]
    fn a_second_inline_script_is_refused() {
        let script = "<script type=\"module\">import a from './a.js';</script>";
        assert!(without_inline_module(&format!("{script}{script}")).is_none());
    }
}
