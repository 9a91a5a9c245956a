//! TODO(forecast)
