//! The network and its fused kernels. Plain numbers in, plain numbers out: no prices, no browser.
//!
//! The network is the source notebook's: Linear(features → hidden), ReLU, `layers` × LSTM(hidden) or
//! another of [`crate::cells`], the layers' last hidden states concatenated, dropout, Linear(layers · hidden →
//! outputs); or one of the linear networks, which are one layer from window to forecast. All parameters live
//! in one flat vector, see [`layout::Layout`], so that the optimizer is one pass over one vector on every
//! device.
//!
//! | file | what it holds |
//! |---|---|
//! | [`layout`] | where each parameter lies in the flat vector, and the bounds on sizes |
//! | `init` | the notebook's initialisation |
//! | `dropout` | the counter-based mask that CPU and GPU compute alike |
//! | `cpu` | the SIMD kernel: forward, loss and every gradient |
//! | `gpu` | the same as CubeCL kernels, for WebGPU, Vulkan and Metal |
//! | `adam` | the optimizer's step on the CPU |
//! | `backend` | the network as Burn operations: the backend extension |
//! | `flex`, `autodiff` | the extension on Burn's CPU backend and under Autodiff |
//! | `network` | the operations on Burn tensors |
//!
//! The layout alone needs no Burn, and is there without the feature `engine`: the page reads trained
//! parameters by it.

#[cfg(feature = "engine")]
pub mod adam;
#[cfg(feature = "engine")]
mod autodiff;
#[cfg(feature = "engine")]
pub mod backend;
#[cfg(feature = "engine")]
pub mod cpu;
#[cfg(feature = "engine")]
pub mod dropout;
#[cfg(feature = "engine")]
mod flex;
#[cfg(feature = "gpu")]
pub mod gpu;
#[cfg(feature = "engine")]
pub mod init;
pub mod layout;
#[cfg(feature = "engine")]
pub mod network;
