//! The scale of a strip of ratios, on which 1 always has its place and its line.

/// From the left end of a strip to its right one.
#[derive(Debug, Clone, Copy)]
pub struct StripScale {
    pub low: f64,
    pub high: f64,
}

impl StripScale {
    /// Around all of these and 1, with this share of their range left free on both sides.
    pub fn around(ratios: impl Iterator<Item = f64>, free: f64) -> Self {
        let (lowest, highest) = ratios.fold((1.0_f64, 1.0_f64), |(low, high), ratio| {
            (low.min(ratio), high.max(ratio))
        });
        // Ratios that are all 1 have a range too.
        let margin = ((highest - lowest) * free).max(1e-4);
        Self {
            low: lowest - margin,
            high: highest + margin,
        }
    }

    /// Where a ratio stands, in percent of the width.
    pub fn percent(&self, ratio: f64) -> f64 {
        (ratio - self.low) / (self.high - self.low) * 100.0
    }

    /// The line of 1, in an SVG of this height.
    pub fn line_of_one(&self, height: usize) -> String {
        let one = self.percent(1.0);
        format!(r#"<line class="strip__one" x1="{one:.2}%" x2="{one:.2}%" y1="0" y2="{height}"/>"#)
    }
}
