//! Choosing and opening the device of a run.

use super::patience::{ADAPTER_SECS, DEVICE_SECS, within};
use super::{adapter, trial};
use crate::protocol::{
    DeviceChoice, DeviceKind, DeviceReason, DeviceReport, TrainingError, TrainingJob,
};
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
    /// It was looked for and did not answer, which is not tried again: the driver may still be at it.
    silent: Option<DeviceReason>,
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

    /// Counts the device as lost, though nobody said so.
    pub fn give_up(&self, why: &str) {
        self.reason
            .borrow_mut()
            .get_or_insert_with(|| why.to_owned());
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
    /// The device for a job, with the reason in words. "auto" times a few steps on each device that
    /// might do and takes the faster. Falls back to the CPU, which always works.
    ///
    /// # Errors
    /// If the job itself cannot be trained.
    pub async fn choose(&mut self, job: &TrainingJob) -> Result<Chosen, TrainingError> {
        if job.device == DeviceChoice::Cpu {
            return Ok(cpu(DeviceReason::CpuChosen));
        }
        if job.network.cell.cell().is_none() {
            return Ok(cpu(DeviceReason::CpuForLinear));
        }
        if job.network.outputs > 1 {
            return Ok(cpu(DeviceReason::CpuForSeveralDays));
        }
        let webgpu = match self.webgpu().await {
            Ok(webgpu) => webgpu,
            Err(reason) => return Ok(cpu(reason)),
        };
        if webgpu.lost.reason().is_some() {
            return Ok(cpu(DeviceReason::GpuLostEarlier));
        }
        let name = webgpu.name.clone();
        let reason = match (job.device, webgpu.software) {
            (DeviceChoice::Auto, true) => {
                return Ok(cpu(DeviceReason::SoftwareAdapter { name }));
            }
            (DeviceChoice::Auto, false) => {
                let cpu_ms = trial::cpu(job).await?;
                // A GPU that fails its trial is one to do without, whatever the reason.
                let timed = trial::webgpu(job, webgpu.device.clone(), cpu_ms).await;
                match timed.ok().flatten() {
                    Some(gpu_ms) if gpu_ms < cpu_ms => DeviceReason::GpuFaster { gpu_ms, cpu_ms },
                    Some(gpu_ms) => {
                        return Ok(cpu(DeviceReason::CpuFaster {
                            cpu_ms,
                            gpu_ms,
                            name,
                        }));
                    }
                    None => return Ok(cpu(DeviceReason::GpuNotReady { cpu_ms, name })),
                }
            }
            (_, software) => DeviceReason::WebgpuChosen { software },
        };
        Ok(Chosen {
            device: webgpu.device,
            report: DeviceReport {
                kind: DeviceKind::Webgpu,
                adapter: webgpu.name,
                reason,
            },
        })
    }

    fn is_silent(&mut self, seconds: u32) -> DeviceReason {
        let reason = DeviceReason::GpuSilent { seconds };
        self.silent = Some(reason.clone());
        reason
    }

    /// How the opened GPU device's loss is told.
    pub fn lost(&self) -> Option<Lost> {
        self.webgpu.as_ref().map(|webgpu| webgpu.lost.clone())
    }

    async fn webgpu(&mut self) -> Result<Webgpu, DeviceReason> {
        if let Some(webgpu) = &self.webgpu {
            return Ok(webgpu.clone());
        }
        if let Some(reason) = &self.silent {
            return Err(reason.clone());
        }
        let found = within(ADAPTER_SECS, adapter::find()).await;
        let found = found.ok_or_else(|| self.is_silent(ADAPTER_SECS))?;
        let adapter = found.ok_or(DeviceReason::NoWebgpu)?;
        let opening = Device::wgpu_options().init_with_setup_async();
        let opened = within(DEVICE_SECS, opening).await;
        let opened = opened.ok_or_else(|| self.is_silent(DEVICE_SECS))?;
        let (device, setup) = opened.map_err(|error| DeviceReason::WebgpuNotOpened {
            error: error.to_string(),
        })?;
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
pub fn cpu(reason: DeviceReason) -> Chosen {
    let report = DeviceReport {
        kind: DeviceKind::Cpu,
        adapter: "CPU (WebAssembly SIMD)".into(),
        reason,
    };
    Chosen {
        device: Device::flex(),
        report,
    }
}
