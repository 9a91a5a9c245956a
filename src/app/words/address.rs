//! What an address asked for and cannot have, and what a lesson's link hides.

use crate::experiment::{AddressError, MAX_WORKERS, Rule, Used};
use crate::guide::{Control, LinkError};
use crate::lab::address::keys::KeyError;
use crate::text::{self, Say};
use std::fmt;

impl Say for AddressError {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            key,
            quoted,
            rule,
            used,
        } = self;
        f.write_str(&match used {
            Used::Value(used) => text::address::refused(key, quoted, rule, used),
            Used::Usual => text::address::refused_for_usual_value(key, quoted, rule),
            Used::UsualOnes => text::address::refused_for_usual_ones(key, quoted, rule),
            Used::Nothing => text::address::refused_and_left_out(key, quoted, rule),
        })
    }
}

/// In brackets, without a full stop.
impl Say for Rule {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadEscapes => f.write_str(text::address::bad_escapes()),
            Self::Switch => f.write_str(text::address::switch_rule()),
            Self::Source => f.write_str(text::address::source_rule()),
            Self::OfWorlds => f.write_str(text::address::of_worlds()),
            Self::Setting(error) => error.say(f),
            Self::Parameter(error) => error.say(f),
            Self::Workers => f.write_str(&text::address::workers_rule(MAX_WORKERS)),
        }
    }
}

impl Say for LinkError {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnknownLesson => text::address::unknown_lesson(),
            Self::UnknownHidden => text::address::unknown_hidden(),
            Self::Embed => text::address::embed_rule(),
        })
    }
}

impl Say for KeyError {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Unknown(Some(name)) => text::address::unknown_key(name),
            Self::Unknown(None) => text::address::unknown_name().to_owned(),
            Self::OtherCase(key) => text::address::other_case(key),
            Self::Repeated(key) => text::address::repeated(key),
            Self::WithoutValue(key) => text::address::without_value(key),
        })
    }
}

/// What a teacher can hide. Never with the name of another control in it: whoever looks for “Recipe”
/// or “Device” on the page, by ear or by a script, is to find one.
pub fn title(control: Control) -> &'static str {
    match control {
        Control::Prices => text::address::prices(),
        Control::Recipe => text::address::recipe(),
        Control::Settings => text::address::settings(),
        Control::Device => text::address::device(),
        Control::Leaks => text::address::leaks(),
        Control::Verdict => text::address::verdict(),
        Control::Slide => text::address::slide(),
        Control::Scores => text::address::scores(),
        Control::Intervals => text::address::intervals(),
        Control::Runs => text::address::runs(),
        Control::Tomorrow => text::address::tomorrow(),
    }
}

#[cfg(test)]
mod tests {
    use crate::experiment::Experiment;
    use crate::fragment::pairs;
    use crate::lab::address::keys::key_errors;
    use crate::text::{Language, in_language, said};

    /// The one sentence about a fragment.
    fn notice(fragment: &str) -> String {
        let (_, errors) = Experiment::from_fragment(fragment);
        let [error] = errors.as_slice() else {
            panic!("{fragment}: {errors:?}");
        };
        said(error)
    }

    #[test]
    fn a_refusal_quotes_the_value_and_says_what_is_used() {
        assert_eq!(
            notice("window=abc"),
            "The address asks for window=abc, which cannot be used (Look-back window must be a \
             whole number from 2 to 250); using 20 instead."
        );
        assert!(notice("window=99999").contains("window=99999"));
        assert!(notice("window=").contains("using 20"));
        assert!(notice("lr=NaN").contains("using 0.001"));
        assert!(notice("seed=-1").contains("seed=-1"));
        assert!(notice("seed=9007199254740992").contains("using 1"));
        assert!(notice("source=av::daily").contains("using world:random-walk"));
        assert!(notice("source=nowhere").contains("source=nowhere"));
        assert!(notice("recipe=magic").contains("it must be honest or notebook"));
        assert!(notice("target=volume").contains("using return"));
        assert!(notice("scaler=some").contains("using train"));
        assert!(notice("split=none").contains("it must be time or random"));
        assert!(notice("label=last").contains("it must be next or average"));
        let of_inputs = notice("horizon=3&steps=recursive&inputs=return,volume");
        assert!(
            of_inputs
                .contains("inputs=return,volume, which cannot be used (A network that reads more")
        );
        assert!(of_inputs.ends_with("using return instead."), "{of_inputs}");
        assert!(notice("device=tpu").contains("auto, webgpu or cpu"));
        assert!(notice("autorun=yes").contains("autorun=yes"));
        assert!(notice("sealed=yes").contains("sealed=yes"));
    }

    #[test]
    fn a_worlds_parameter_is_refused_with_its_bounds() {
        assert_eq!(
            notice("parameters=drift:7"),
            "The address asks for parameters=drift:7, which cannot be used (drift must be a number \
             from -0.0005 to 0.001); using the usual value instead."
        );
        assert!(notice("parameters=phi:0.9").contains("this world’s parameters are drift, noise"));
        for broken in ["parameters=%zz", "source=%"] {
            assert!(notice(broken).contains("% escapes"), "{broken}");
        }
    }

    #[test]
    fn keys_that_mean_nothing_are_named_and_what_may_be_a_secret_is_not() {
        let said = |fragment| {
            let errors = key_errors(&pairs(fragment));
            errors.iter().map(said).collect::<Vec<_>>().join(" ")
        };
        assert!(said("windoww=20").contains("“windoww”"));
        let of_secret = said("SECRETKEY1=x");
        assert!(of_secret.contains("passed over") && !of_secret.contains("SECRET"));
        assert!(said("Seed=2").contains("“seed” has to be written just so"));
        assert!(said("seed=2&seed=3").contains("the last one counts"));
        assert!(said("seed&window=20").contains("no value"));
    }

    #[test]
    fn a_refusal_is_said_in_german_too() {
        let german = |fragment| in_language(Language::German, || notice(fragment));
        assert_eq!(
            german("parameters=drift:7"),
            "Die Adresse verlangt parameters=drift:7. Das lässt sich nicht verwenden (drift muss eine \
             Zahl von -0,0005 bis 0,001 sein); stattdessen gilt der übliche Wert."
        );
        assert_eq!(
            german("sealed=yes"),
            "Die Adresse verlangt sealed=yes. Das lässt sich nicht verwenden (der Wert muss 1 sein oder \
             fehlen); stattdessen gilt 0."
        );
    }
}
