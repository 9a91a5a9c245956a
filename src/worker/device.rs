//! Choosing and opening the device of a run.

use super::adapter;
use crate::forecast::settings::DeviceChoice;
use crate::protocol::{DeviceKind, DeviceReport};
use burn::tensor::Device;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;

/// An opened device and the reason for it.
#[derive(Debug, Clone)]
pub struct Chosen {
    pub device: Device,
    pub report: DeviceReport,
}

/// The devices of this worker. WebGPU is opened once and kept: Burn's runtime cannot be set up twice.
#[derive(Default)]
pub struct Devices {
    webgpu: Option<Webgpu>,
}

#[derive(Clone)]
struct Webgpu {
    device: Device,
    name: String,
    software: bool,
    lost: Lost,
}

/// Whether a GPU device was lost, and a promise of it.
#[derive(Clone)]
pub struct Lost {
    reason: Rc<RefCell<Option<String>>>,
    promise: js_sys::Promise,
}

impl Lost {
    /// Ends when the device is lost, with the browser's reason.
    pub async fn wait(&self) -> String {
        let _ = JsFuture::from(self.promise.clone()).await;
        self.reason().unwrap_or_default()
    }

    fn reason(&self) -> Option<String> {
        self.reason.borrow().clone()
    }
}

/// Lets a callback that must be `Send` hold what lives on this one thread.
struct OneThread<T>(T);
// SAFETY: a WebAssembly worker without shared memory has one thread, so nothing is ever sent.
unsafe impl<T> Send for OneThread<T> {}

impl Devices {
    /// The device for a choice, with the reason in words. Falls back to the CPU, which always works.
    pub async fn choose(&mut self, choice: DeviceChoice) -> Chosen {
        if choice == DeviceChoice::Cpu {
            return cpu("the CPU was chosen in the settings");
        }
        let webgpu = match self.webgpu().await {
            Ok(webgpu) => webgpu,
            Err(reason) => return cpu(&reason),
        };
        if webgpu.lost.reason().is_some() {
            return cpu("the GPU was lost earlier; reload the page to use it again");
        }
        if choice == DeviceChoice::Auto && webgpu.software {
            let name = &webgpu.name;
            return cpu(&format!(
                "WebGPU runs on a software adapter here ({name}), which is slower than the CPU kernel"
            ));
        }
        let reason = match choice {
            DeviceChoice::Auto => "this browser offers WebGPU on a hardware adapter",
            _ if webgpu.software => {
                "WebGPU was chosen in the settings; it is a software adapter, so expect it to be slow"
            }
            _ => "WebGPU was chosen in the settings",
        };
        let report = DeviceReport {
            kind: DeviceKind::Webgpu,
            adapter: webgpu.name.clone(),
            reason: reason.into(),
        };
        Chosen {
            device: webgpu.device,
            report,
        }
    }

    /// How the opened GPU device's loss is told.
    pub fn lost(&self) -> Option<Lost> {
        self.webgpu.as_ref().map(|webgpu| webgpu.lost.clone())
    }

    async fn webgpu(&mut self) -> Result<Webgpu, String> {
        if let Some(webgpu) = &self.webgpu {
            return Ok(webgpu.clone());
        }
        let adapter = adapter::find()
            .await
            .ok_or("this browser offers no WebGPU")?;
        let opened = Device::wgpu_options().init_with_setup_async().await;
        let (device, setup) =
            opened.map_err(|error| format!("WebGPU could not be opened ({error})"))?;
        let reason: Rc<RefCell<Option<String>>> = Rc::default();
        let mut resolver = None;
        let promise = js_sys::Promise::new(&mut |resolve, _| resolver = Some(resolve));
        let told = OneThread((reason.clone(), resolver));
        setup.device.set_device_lost_callback(move |kind, message| {
            let OneThread((reason, resolver)) = &told;
            *reason.borrow_mut() = Some(if message.is_empty() {
                format!("{kind:?}")
            } else {
                message
            });
            if let Some(resolve) = resolver {
                let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
            }
        });
        let webgpu = Webgpu {
            device,
            name: adapter.name,
            software: adapter.software,
            lost: Lost { reason, promise },
        };
        self.webgpu = Some(webgpu.clone());
        Ok(webgpu)
    }
}

/// The CPU device, for this reason.
pub fn cpu(reason: &str) -> Chosen {
    let report = DeviceReport {
        kind: DeviceKind::Cpu,
        adapter: "CPU (WebAssembly SIMD)".into(),
        reason: format!("{}{}", reason[..1].to_uppercase(), &reason[1..]),
    };
    Chosen {
        device: Device::flex(),
        report,
    }
}
