//! Colours of the charts, for a light and a dark page.

/// Which page the chart is drawn on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColorScheme {
    #[default]
    Light,
    Dark,
}

/// Colours of one scheme. On the light page the series have the source notebook's colours; on the
/// dark one the same hues, lifted so that a thin line keeps at least 4.5:1 against the ground.
/// The style sheet's `--series-*` variables hold the same values for HTML and SVG.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Prices as they were.
    pub actual: &'static str,
    pub train: &'static str,
    /// The notebook has no validation block; a violet that green and blue leave free.
    pub validation: &'static str,
    pub test: &'static str,
    pub forecast: &'static str,
    /// The area of an interval; drawn at half its strength, under the lines.
    pub band: &'static str,
    /// Ground of a sealed block.
    pub sealed: &'static str,
    pub text: &'static str,
    pub muted: &'static str,
    /// Grid lines.
    pub line: &'static str,
    /// The ground of a saved image.
    pub surface: &'static str,
    /// The chosen part of a zoom slider.
    pub window: &'static str,
    /// Border and handles of a zoom slider.
    pub handle: &'static str,
}

const LIGHT: Palette = Palette {
    actual: "#001f3f",
    train: "#3d9970",
    validation: "#9a4fc4",
    test: "#0074d9",
    forecast: "#ff4136",
    band: "#8fc1ee",
    sealed: "#7a8699",
    text: "#1b2430",
    muted: "#5a6676",
    line: "#e3e7ed",
    surface: "#ffffff",
    window: "rgba(0, 116, 217, 0.10)",
    handle: "#8fa3ba",
};

const DARK: Palette = Palette {
    actual: "#d5e0ec",
    train: "#5fc794",
    validation: "#c792ea",
    test: "#5cb0ff",
    forecast: "#ff7a70",
    band: "#3a6ea3",
    sealed: "#93a0b4",
    text: "#e6ebf2",
    muted: "#a3afbf",
    line: "#2b3644",
    surface: "#151c25",
    window: "rgba(92, 176, 255, 0.16)",
    handle: "#6b7d92",
};

impl Palette {
    pub fn of(scheme: ColorScheme) -> &'static Self {
        match scheme {
            ColorScheme::Light => &LIGHT,
            ColorScheme::Dark => &DARK,
        }
    }
}
