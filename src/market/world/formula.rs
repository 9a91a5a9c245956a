//! A world's process as a formula.

/// The formula in plain Unicode, parameters filled in. Numbers in equations have decimal points; the
/// page writes them, and the words around them, as its language does.
#[derive(Debug, Clone, PartialEq)]
pub enum Formula {
    /// Symbols alone.
    Symbols(String),
    /// Days are counted from the first.
    CountedFromFirstDay(String),
    /// A sign that chance may change every day.
    SignStays { equation: String, probability: f64 },
    /// A drift that is another from one day on.
    DriftBreaks {
        equation: String,
        before: f64,
        day: usize,
        after: f64,
        noise: &'static str,
    },
    /// A last term that is there on some days only.
    OnAShareOfDays { equation: String, share: f64 },
}

impl Formula {
    /// The equation itself, without what is said beside it.
    pub fn equation(&self) -> &str {
        match self {
            Self::Symbols(equation)
            | Self::CountedFromFirstDay(equation)
            | Self::SignStays { equation, .. }
            | Self::DriftBreaks { equation, .. }
            | Self::OnAShareOfDays { equation, .. } => equation,
        }
    }
}
