//! A small static server for development and the browser tests: one thread per request, right MIME
//! types, nothing outside its folder. The site itself needs no server of its own.

use crate::Result;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

/// The site is served here too, so that tests see it work from a folder of a host.
pub const SUB_PATH: &str = "/some/folder/";

/// A browser that opens a connection and says nothing must not hold a thread for ever.
const PATIENCE: Duration = Duration::from_secs(10);

/// Listens on this machine alone; port 0 takes any free port.
pub fn bind(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        format!(
            "port {port} cannot be used ({error}); end what uses it or give another with --port."
        )
    })
}

/// Answers requests until the process ends.
pub fn serve(listener: &TcpListener, folder: &Path) {
    for stream in listener.incoming().flatten() {
        let folder = folder.to_owned();
        std::thread::spawn(move || {
            // A browser that goes away in the middle of an answer is no error.
            let _ = answer(stream, &folder);
        });
    }
}

fn answer(mut stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    loop {
        let mut header = String::new();
        if reader.read_line(&mut header)? == 0 || header.trim().is_empty() {
            break;
        }
    }
    let mut words = request.split_whitespace();
    let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or("/"));
    if method != "GET" && method != "HEAD" {
        return send(
            &mut stream,
            "405 Method Not Allowed",
            "text/plain",
            b"",
            true,
        );
    }
    let found = file_of(folder, target).and_then(|path| {
        std::fs::read(&path)
            .ok()
            .map(|content| (mime_type(&path), content))
    });
    match found {
        Some((mime, content)) => send(&mut stream, "200 OK", mime, &content, method == "GET"),
        None => send(
            &mut stream,
            "404 Not Found",
            "text/plain; charset=utf-8",
            b"There is no such file in the site.\n",
            method == "GET",
        ),
    }
}

fn send(
    stream: &mut TcpStream,
    status: &str,
    mime: &str,
    content: &[u8],
    with_body: bool,
) -> std::io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\n\
         Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        content.len()
    )?;
    if with_body {
        stream.write_all(content)?;
    }
    stream.flush()
}

/// The file a request means; `None` for anything outside the folder.
fn file_of(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = percent_decoded(target.split(['?', '#']).next()?)?;
    let path = path
        .strip_prefix(SUB_PATH)
        .or_else(|| path.strip_prefix('/'))?;
    let relative = Path::new(path);
    let inside = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    if !inside {
        return None;
    }
    let found = folder.join(relative);
    Some(if found.is_dir() {
        found.join("index.html")
    } else {
        found
    })
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        if *first == b'%' {
            let digits = std::str::from_utf8(tail.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

/// WebAssembly streams only under its own type, and module scripts run only under a JavaScript one.
fn mime_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_stay_inside_the_folder() {
        let folder = Path::new("/srv/site");
        assert_eq!(
            file_of(folder, "/app.js?x=1"),
            Some(PathBuf::from("/srv/site/app.js"))
        );
        assert_eq!(
            file_of(folder, "/some/folder/a%20b.css"),
            Some(PathBuf::from("/srv/site/a b.css"))
        );
        assert_eq!(file_of(folder, "/../secret"), None);
        assert_eq!(file_of(folder, "/%2e%2e/secret"), None);
        assert_eq!(file_of(folder, "//etc/passwd"), None);
        assert_eq!(file_of(folder, "/%zz"), None);
    }

    #[test]
    fn wasm_and_scripts_have_the_types_browsers_ask_for() {
        assert_eq!(mime_type(Path::new("a.wasm")), "application/wasm");
        assert!(mime_type(Path::new("a.js")).starts_with("text/javascript"));
        assert_eq!(mime_type(Path::new("a")), "application/octet-stream");
    }
}
