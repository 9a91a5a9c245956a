//! The stock network for a Web Worker (`bench/browser/stock_worker.js`).

use crate::stock::Stock;
use crate::workload::{DeviceName, Workload};
use burn::tensor::Device;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    /// The one network of this worker; taken out while it trains.
    static STOCK: RefCell<Option<Stock>> = const { RefCell::new(None) };
}

/// Makes the network of a workload, given as JSON.
///
/// # Errors
/// If that is no workload, or the browser does not give the device.
#[wasm_bindgen]
pub async fn open(workload: String) -> Result<(), String> {
    let workload: Workload = serde_json::from_str(&workload)
        .map_err(|error| format!("this is not a workload: {error}"))?;
    let device = match workload.device {
        DeviceName::Cpu => Device::flex(),
        DeviceName::Webgpu => Device::wgpu_options()
            .init_async()
            .await
            .map_err(|error| format!("WebGPU could not be opened: {error}"))?,
    };
    let stock = Stock::new(&workload, device);
    STOCK.set(Some(stock));
    Ok(())
}

/// Trains `count` steps and returns the last loss.
///
/// # Errors
/// If no network is open, or the device fails.
#[wasm_bindgen]
pub async fn steps(count: usize) -> Result<f32, String> {
    let mut stock = STOCK.take().ok_or("no network is open")?;
    let loss = stock.steps(count).await;
    STOCK.set(Some(stock));
    loss
}
