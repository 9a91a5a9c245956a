//! For a published page, which `cargo xtask build` takes apart: see `src/app/root/behind.rs`.

/// Set by `cargo xtask build`.
const SPLIT: &str = "HINDCAST_SPLIT";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed={SPLIT}");
    println!("cargo::rustc-check-cfg=cfg(split)");
    let for_wasm = std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm");
    if for_wasm && std::env::var_os(SPLIT).is_some() {
        println!("cargo::rustc-cfg=split");
        // What tells code from data and one function from another, for the tool that splits.
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
}
