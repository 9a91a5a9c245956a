//! What a host and a shared link are told about the site. The page's own meta tags are the one source:
//! `_headers` (Netlify, Cloudflare Pages and others read it) and `docs/nginx.conf` send as headers what
//! they say.

use crate::{Result, compress, files, versions};
use std::path::Path;

pub const HEADERS: &str = "_headers";

/// index.html holds what needs the site's address between these lines.
const ADDRESS_STARTS: &str = "<!-- {site-url} -->";
const ADDRESS_ENDS: &str = "<!-- /{site-url} -->";
const ADDRESS: &str = "{site-url}";

/// A name that carries its content's hash never stands for anything else.
const LASTING: &str = "public, max-age=31536000, immutable";
/// Kept, but asked about each time: a new version shall be seen at once.
const ASKED_ABOUT: &str = "no-cache";

/// The site's address as it stands in links, with a slash at its end.
pub fn site_url(text: &str) -> Result<String> {
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let unfit = |character: char| {
        character.is_whitespace() || character.is_control() || "\"'<>&?#{}".contains(character)
    };
    match host {
        Some(host) if !host.is_empty() && !host.starts_with('/') && !text.contains(unfit) => {
            Ok(format!("{}/", text.trim_end_matches('/')))
        }
        _ => Err(format!(
            "{text:?} is not a site's address; give it whole, such as https://example.org/hindcast/."
        )),
    }
}

/// The page with the tags that need the site's address filled in, or without them.
pub fn with_address(page: &str, site_url: Option<&str>) -> Option<String> {
    let (before, rest) = page.split_once(ADDRESS_STARTS)?;
    let (tags, after) = rest.split_once(ADDRESS_ENDS)?;
    let page = match site_url {
        Some(url) => format!("{before}{}{after}", tags.trim().replace(ADDRESS, url)),
        None => format!("{}{after}", before.trim_end()),
    };
    (!page.contains(ADDRESS)).then_some(page)
}

/// Writes the site's `_headers`. `prefix` is the folder of the host that the site lies in, `/` or
/// `/folder/`.
pub fn write_headers(folder: &Path, prefix: &str) -> Result<()> {
    let page = files::read_text(&folder.join("index.html"))?;
    let names: Vec<String> = files::all_files(&[folder.to_owned()])
        .iter()
        .filter(|path| !compress::is_copy(path))
        .filter_map(|path| {
            let name = path.strip_prefix(folder).ok()?.to_string_lossy();
            Some(name.replace('\\', "/"))
        })
        .filter(|name| name != HEADERS)
        .collect();
    files::write(&folder.join(HEADERS), headers_file(&page, &names, prefix)?)
}

/// Hosts join what several rules say of one header, so each file's `Cache-Control` is said once.
fn headers_file(page: &str, names: &[String], prefix: &str) -> Result<String> {
    let mut text = format!("{prefix}*\n");
    for (name, value) in security_headers(page)? {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    text.push_str(&format!("{prefix}\n  Cache-Control: {ASKED_ABOUT}\n"));
    for name in names {
        let cache = if versions::is_lasting(name) {
            LASTING
        } else {
            ASKED_ABOUT
        };
        text.push_str(&format!("{prefix}{name}\n  Cache-Control: {cache}\n"));
    }
    Ok(text)
}

/// What every answer says beside its content, from the page's meta tags.
fn security_headers(page: &str) -> Result<Vec<(&'static str, String)>> {
    let policy = meta_content(page, "http-equiv=\"Content-Security-Policy\"")?;
    let referrer = meta_content(page, "name=\"referrer\"")?;
    Ok(vec![
        // A meta tag cannot say who may show the page in a frame.
        (
            "Content-Security-Policy",
            format!("{policy}; frame-ancestors 'self'"),
        ),
        ("Referrer-Policy", referrer),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        (
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()".to_owned(),
        ),
    ])
}

/// What the page's one meta tag with this attribute says.
fn meta_content(page: &str, attribute: &str) -> Result<String> {
    let tag = |start: usize| page[start..].split('>').next();
    let mut found = page
        .match_indices("<meta")
        .filter_map(|(start, _)| tag(start))
        .filter(|tag| tag.contains(attribute));
    match (found.next(), found.next()) {
        (Some(tag), None) => tag
            .split_once("content=\"")
            .and_then(|(_, rest)| rest.split_once('"'))
            .map(|(content, _)| content.to_owned()),
        _ => None,
    }
    .ok_or_else(|| format!("index.html does not hold one meta tag with {attribute}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = include_str!("../../index.html");
    const NGINX: &str = include_str!("../../docs/nginx.conf");
    const SERVICE_WORKER: &str = include_str!("../../src-js/service-worker.js");
    const RECIPES: &str = include_str!("../../docs/hosting.md");
    const PAGES: &str = include_str!("../../.github/workflows/pages.yml");

    #[test]
    fn a_sites_address_is_whole_and_ends_in_a_slash() {
        for text in ["https://example.org/a", "https://example.org/a/"] {
            assert_eq!(site_url(text).unwrap(), "https://example.org/a/");
        }
        assert_eq!(
            site_url("http://localhost:8080").unwrap(),
            "http://localhost:8080/"
        );
        for text in [
            "",
            "/folder/",
            "example.org",
            "https://",
            "https:///a",
            "https://example.org/?a",
            "https://example.org/#a",
            "https://example.org/\"><script>",
        ] {
            assert!(site_url(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_tags_that_need_the_sites_address_get_it_or_go() {
        let with = with_address(PAGE, Some("https://example.org/a/")).unwrap();
        for tag in [
            "<link rel=\"canonical\" href=\"https://example.org/a/\" />",
            "<meta property=\"og:url\" content=\"https://example.org/a/\" />",
            "<meta property=\"og:image\" content=\"https://example.org/a/social-preview.png\" />",
            "<meta name=\"twitter:card\" content=\"summary_large_image\" />",
        ] {
            assert!(with.contains(tag), "{tag}");
        }
        let without = with_address(PAGE, None).unwrap();
        for tag in ["canonical", "og:url", "og:image", "twitter:"] {
            assert!(!without.contains(tag), "{tag}");
        }
        for page in [&with, &without] {
            assert!(page.contains("<meta property=\"og:title\""));
            assert!(page.contains("property=\"og:description\""));
            assert!(!page.contains(ADDRESS));
        }
        assert_eq!(with_address("<html></html>", None), None);
        assert_eq!(
            with_address(&format!("{PAGE}{ADDRESS}"), None),
            None,
            "an address outside the block would stay"
        );
    }

    #[test]
    fn the_headers_say_what_the_page_says() {
        let page = "<meta name=\"referrer\" content=\"no-referrer\" />\
                    <meta\n http-equiv=\"Content-Security-Policy\"\n content=\"default-src 'self'\"/>";
        let names = [
            "app-688addc4f53e6413.js",
            "app-688addc4f53e6413_bg.wasm",
            "icon-192.png",
            "index.html",
            "service-worker.js",
        ]
        .map(str::to_owned);
        let text = headers_file(page, &names, "/folder/").unwrap();
        assert_eq!(
            text,
            "/folder/*\n\
             \x20 Content-Security-Policy: default-src 'self'; frame-ancestors 'self'\n\
             \x20 Referrer-Policy: no-referrer\n\
             \x20 X-Content-Type-Options: nosniff\n\
             \x20 Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\n\
             /folder/\n  Cache-Control: no-cache\n\
             /folder/app-688addc4f53e6413.js\n  Cache-Control: public, max-age=31536000, immutable\n\
             /folder/app-688addc4f53e6413_bg.wasm\n  Cache-Control: public, max-age=31536000, immutable\n\
             /folder/icon-192.png\n  Cache-Control: no-cache\n\
             /folder/index.html\n  Cache-Control: no-cache\n\
             /folder/service-worker.js\n  Cache-Control: no-cache\n"
        );
        // Cloudflare Pages reads no longer lines.
        assert!(text.lines().all(|line| line.len() < 2000));
        assert!(headers_file("<html></html>", &names, "/").is_err());
        let two = format!("{page}{page}");
        assert!(
            headers_file(&two, &names, "/").is_err(),
            "which of the two?"
        );
    }

    /// `docs/nginx.conf` is written by hand; it must not fall behind the page.
    #[test]
    fn the_nginx_recipe_says_what_the_page_says() {
        let headers = security_headers(PAGE).unwrap();
        for (name, value) in &headers {
            let line = format!("add_header {name} \"{value}\" always;");
            assert!(NGINX.contains(&line), "docs/nginx.conf lacks: {line}");
        }
        assert_eq!(
            NGINX.matches("add_header ").count(),
            headers.len() + 1,
            "what the page says, and Cache-Control"
        );
        assert!(NGINX.contains(&format!("\"{LASTING}\";")));
        assert!(NGINX.contains(&format!("default \"{ASKED_ABOUT}\";")));
    }

    #[test]
    fn the_recipe_for_github_pages_is_the_one_in_use() {
        assert!(RECIPES.contains(&format!("```yaml\n{}\n```", PAGES.trim())));
    }

    #[test]
    fn all_agree_on_which_names_last() {
        const PATTERN: &str = "-[0-9a-f]{12,}[._-]";
        assert!(SERVICE_WORKER.contains(&format!("/{PATTERN}/.test(name)")));
        assert!(NGINX.contains(&format!("\"~{PATTERN}\"")));
        for (name, lasting) in [
            ("app-688addc4f53e6413.js", true),
            ("app-688addc4f53e6413_bg.wasm", true),
            ("deferred-688addc4f53e6413-0.wasm", true),
            ("a-b-688addc4f53e.css", true),
            ("icon-192.png", false),
            ("icon-maskable-512.png", false),
            ("service-worker.js", false),
            ("app-688addc4f53.js", false),
            ("app-688ADDC4F53E6413.js", false),
            ("app-688addc4f53e6413", false),
            ("app-688addc4f53eg.js", false),
        ] {
            assert_eq!(versions::is_lasting(name), lasting, "{name}");
        }
    }
}
