//! The run report, `hindcast.report/1`.
