//! `bind MODULE FOLDER NAME`: leaves `NAME.js` and `NAME_bg.wasm` in the folder, for a browser to load.

use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [module, folder, name] = arguments.as_slice() else {
        eprintln!("Usage: bind MODULE FOLDER NAME");
        return ExitCode::FAILURE;
    };
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .out_name(name)
        .typescript(false)
        // The trainer's loader names no module.
        .omit_default_module_path(false);
    match bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(folder))
    {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{module} cannot be bound: {error:#}");
            ExitCode::FAILURE
        }
    }
}
