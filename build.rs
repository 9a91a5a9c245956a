//! Makes functions of the texts in `locales/`; has a published page linked so that `cargo xtask build` can
//! take it apart (see `src/app/deferred.rs`), and the unpacker so that its memory has an end.

use catalogue::Catalogue;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// Set by `cargo xtask build`.
const SPLIT: &str = "HINDCAST_SPLIT";
const LOCALES: &str = "locales";

/// What the unpacker may take: a file of prices, once packed, once as text and once as rows, is far less.
const MOST_UNPACKER_BYTES: u32 = 512 * 1024 * 1024;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    write_texts()?;
    let for_wasm = env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm");
    prepare_split(for_wasm);
    if for_wasm && env::var_os("CARGO_FEATURE_UNPACKER").is_some() {
        // Whatever a file makes of it, the module has no more memory.
        println!("cargo::rustc-link-arg-bin=unpacker=--max-memory={MOST_UNPACKER_BYTES}");
    }
    Ok(())
}

/// `texts.rs` and the words of each language, which `src/text/mod.rs` includes. What is wrong with a
/// language stops the build.
fn write_texts() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={LOCALES}");
    let catalogue = match Catalogue::read(Path::new(LOCALES)) {
        Ok(catalogue) => catalogue,
        Err(faults) => {
            for fault in faults.lines() {
                println!("cargo::error={LOCALES}/{fault}");
            }
            return Ok(());
        }
    };
    let folder = env::var("OUT_DIR")?;
    let folder = Path::new(&folder);
    fs::write(folder.join("texts.rs"), catalogue.rust())?;
    for language in catalogue.languages() {
        let name = format!("{}.words", language.tag);
        fs::write(folder.join(name), language.table())?;
    }
    Ok(())
}

fn prepare_split(for_wasm: bool) {
    println!("cargo::rerun-if-env-changed={SPLIT}");
    println!("cargo::rustc-check-cfg=cfg(split)");
    if for_wasm && env::var_os(SPLIT).is_some() {
        println!("cargo::rustc-cfg=split");
        // What tells code from data and one function from another, for the tool that splits.
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
}
