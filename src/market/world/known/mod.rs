//! The known worlds, one file each. A new one is a file beside this one with a `WORLD`, and its two
//! lines here; what the page says of it is in the page's words.

mod echo;
mod jump_diffusion;
mod mean_reverting;
mod random_walk;
mod regime_switching;
mod seasonal;
mod shock;
mod sine;
mod trend_break;
mod volatility_clusters;
mod volume;

use super::parameter::Parameter;
use super::process::World;
use serde::{Deserialize, Serialize};

macro_rules! known_worlds {
    ($($kind:ident => $file:ident),+ $(,)?) => {
        /// The generated worlds, in the order of the page's choice. Kept records and the address know
        /// them by their kebab-case names, `random-walk`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum WorldKind {
            $($kind),+
        }

        impl WorldKind {
            /// Every world there is.
            pub const ALL: [Self; [$(stringify!($kind)),+].len()] = [$(Self::$kind),+];

            /// What the world is made of.
            pub fn world(self) -> &'static World {
                match self {
                    $(Self::$kind => &$file::WORLD),+
                }
            }
        }
    };
}

known_worlds! {
    RandomWalk => random_walk,
    MeanReverting => mean_reverting,
    Seasonal => seasonal,
    VolatilityClusters => volatility_clusters,
    RegimeSwitching => regime_switching,
    TrendBreak => trend_break,
    JumpDiffusion => jump_diffusion,
    Sine => sine,
    Echo => echo,
    Shock => shock,
    Volume => volume,
}

impl WorldKind {
    /// `random-walk`, as in the address.
    pub fn slug(self) -> &'static str {
        self.world().slug
    }

    /// The world of an address's name.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|world| world.slug() == slug)
    }

    /// What can be changed about this world, in the order of its sliders and of the address.
    pub fn parameters(self) -> &'static [Parameter] {
        self.world().parameters
    }

    /// The parameter of a key, where this world has one.
    pub fn parameter(self, key: &str) -> Option<&'static Parameter> {
        self.parameters().iter().find(|known| known.key == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    /// Links and kept records hold the name, and the stream decides the prices of every seed.
    #[test]
    fn names_and_streams_are_each_worlds_own() {
        let worlds = WorldKind::ALL.map(WorldKind::world);
        let slugs: HashSet<_> = worlds.iter().map(|world| world.slug).collect();
        let streams: HashSet<_> = worlds.iter().map(|world| world.stream).collect();
        assert_eq!((slugs.len(), streams.len()), (worlds.len(), worlds.len()));
        for kind in WorldKind::ALL {
            let kept = serde_json::to_string(&kind).expect("a name");
            assert_eq!(kept, format!("\"{}\"", kind.slug()));
            assert_eq!(WorldKind::from_slug(kind.slug()), Some(kind));
        }
    }

    #[test]
    fn every_parameter_has_sound_bounds() {
        for world in WorldKind::ALL {
            let keys: HashSet<_> = world.parameters().iter().map(|it| it.key).collect();
            assert_eq!(keys.len(), world.parameters().len(), "{world:?}");
            for it in world.parameters() {
                assert!(it.min < it.max && it.step > 0.0, "{world:?} {}", it.key);
                assert!((it.min..=it.max).contains(&it.default), "{}", it.key);
                // A slider stands on its minimum plus whole steps: the default must be one of them.
                let steps = (it.default - it.min) / it.step;
                assert!((steps - steps.round()).abs() < 1e-6, "{world:?} {}", it.key);
            }
        }
    }
}
