//! The PyTorch script that goes with a model: it reads the safetensors file and the CSV with PyTorch
//! and Python's own library alone, and repeats the predictions.

const TEMPLATE: &str = include_str!("predict.py");

/// The script for the files of a run. `stem` is [`super::stem`]'s, whose letters need no escaping.
pub fn pytorch_script(stem: &str) -> String {
    TEMPLATE.replace("hindcast-STEM", stem)
}
