//! What a lesson link carries besides the experiment: `lesson=slide-it&hide=leaks,device&embed=1`.

use super::{Lesson, lesson};
use crate::experiment::Experiment;
use crate::fragment::{self, Value, pairs};

/// A part of the page that a teacher can hide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Control {
    Prices,
    Recipe,
    Settings,
    Device,
    Leaks,
    Verdict,
    Slide,
    Scores,
    Intervals,
    Runs,
    Tomorrow,
}

impl Control {
    pub const ALL: [Self; 11] = [
        Self::Prices,
        Self::Recipe,
        Self::Settings,
        Self::Device,
        Self::Leaks,
        Self::Verdict,
        Self::Slide,
        Self::Scores,
        Self::Intervals,
        Self::Runs,
        Self::Tomorrow,
    ];

    /// Its name in an address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Prices => "prices",
            Self::Recipe => "recipe",
            Self::Settings => "settings",
            Self::Device => "device",
            Self::Leaks => "leaks",
            Self::Verdict => "verdict",
            Self::Slide => "slide",
            Self::Scores => "scores",
            Self::Intervals => "intervals",
            Self::Runs => "runs",
            Self::Tomorrow => "tomorrow",
        }
    }
}

/// What of a link is not known here. What it said is not repeated: anyone may have written it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkError {
    UnknownLesson,
    /// Something to hide.
    UnknownHidden,
    /// Of `embed`, neither 1 nor 0.
    Embed,
}

/// The lesson of an address and what it hides.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GuideLink {
    pub lesson: Option<&'static Lesson>,
    /// In [`Control::ALL`]'s order, each once.
    pub hidden: Vec<Control>,
    /// The page stands in a frame of another: nothing but prices, stage, rail and lesson.
    pub embedded: bool,
}

/// Keys of an experiment that say nothing of what is trained: where it is trained is a matter of the device.
const KEYS_OF_ANY_LESSON: [&str; 3] = ["autorun", "device", "workers"];

/// Whether a fragment (with or without `#`) says anything of an experiment. One that does not leaves a
/// lesson to its own; what means nothing here says nothing.
pub fn says_experiment(fragment: &str) -> bool {
    let pairs = pairs(fragment);
    let says = |key: &str| fragment::last(&pairs, key).is_some();
    Experiment::keys().any(|key| !KEYS_OF_ANY_LESSON.contains(&key) && says(key))
}

impl GuideLink {
    /// The keys of an address that say it.
    pub const KEYS: [&str; 3] = ["lesson", "hide", "embed"];

    /// Reads a fragment (with or without `#`). What is unknown falls back to nothing, with an
    /// error.
    pub fn from_fragment(fragment: &str) -> (Self, Vec<LinkError>) {
        let mut errors = Vec::new();
        let pairs = pairs(fragment);
        // What cannot be read is nothing known.
        let value = |key: &str| match fragment::last(&pairs, key) {
            Some(Value::Read(value) | Value::BadEscapes(value)) => value.as_str(),
            None => "",
        };
        let wanted = Some(value("lesson")).filter(|name| !name.is_empty());
        let found = wanted.and_then(lesson);
        if wanted.is_some() && found.is_none() {
            errors.push(LinkError::UnknownLesson);
        }
        let to_hide = value("hide");
        let names: Vec<&str> = to_hide.split(',').filter(|name| !name.is_empty()).collect();
        let hidden: Vec<Control> = Control::ALL
            .into_iter()
            .filter(|control| names.contains(&control.slug()))
            .collect();
        if names
            .iter()
            .any(|name| Control::ALL.iter().all(|control| control.slug() != *name))
        {
            errors.push(LinkError::UnknownHidden);
        }
        let embed = value("embed");
        if !["", "0", "1"].contains(&embed) {
            errors.push(LinkError::Embed);
        }
        (
            Self {
                lesson: found,
                hidden,
                embedded: embed == "1",
            },
            errors,
        )
    }

    /// The fragment of an experiment with this behind it.
    pub fn added_to(&self, fragment: &str) -> String {
        let mut pairs = Vec::new();
        if !fragment.is_empty() {
            pairs.push(fragment.to_owned());
        }
        if let Some(lesson) = self.lesson {
            pairs.push(format!("lesson={}", lesson.slug));
        }
        if !self.hidden.is_empty() {
            let names: Vec<&str> = self.hidden.iter().map(|control| control.slug()).collect();
            pairs.push(format!("hide={}", names.join(",")));
        }
        if self.embedded {
            pairs.push("embed=1".to_owned());
        }
        pairs.join("&")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_link_reads_back_as_it_was_written() {
        for text in [
            "",
            "lesson=slide-it",
            "hide=leaks,runs",
            "lesson=how-sure&hide=prices,device",
            "lesson=how-sure&hide=runs&embed=1",
        ] {
            let (link, errors) = GuideLink::from_fragment(&format!("#epochs=3&{text}"));
            assert_eq!(errors, []);
            let expected = ["epochs=3", text].map(str::to_owned).join("&");
            assert_eq!(link.added_to("epochs=3"), expected.trim_end_matches('&'));
            assert_eq!(link.added_to(""), text);
        }
    }

    #[test]
    fn a_slug_is_one_word_of_an_address_and_of_a_class() {
        for control in Control::ALL {
            let slug = control.slug();
            assert!(slug.bytes().all(|b| b.is_ascii_lowercase()), "{slug}");
            let (link, _) = GuideLink::from_fragment(&format!("hide={slug}"));
            assert_eq!(link.hidden, [control]);
        }
    }

    #[test]
    fn a_link_to_a_lesson_may_say_nothing_of_an_experiment() {
        for silent in [
            "",
            "#lesson=slide-it&hide=runs",
            "lesson=a&embed=1&autorun=1&workers=2",
        ] {
            assert!(!says_experiment(silent), "{silent}");
        }
        assert!(says_experiment("#lesson=slide-it&seed=1"));
        assert!(says_experiment("lesson=slide-it&%73eed=%zz"));
        // A mistyped key does not take a lesson's own experiment from it.
        assert!(!says_experiment("lesson=slide-it&Seed=1&sed=2&seed"));
    }

    #[test]
    fn what_is_unknown_is_told_and_passed_over() {
        let (link, errors) = GuideLink::from_fragment("#lesson=juggling&hide=runs,moon,runs");
        assert_eq!(link.lesson, None);
        assert_eq!(link.hidden, [Control::Runs]);
        assert_eq!(errors, [LinkError::UnknownLesson, LinkError::UnknownHidden]);
        let (link, errors) = GuideLink::from_fragment("lesson=%zz&hide=%2&embed=yes");
        assert_eq!(link, GuideLink::default());
        assert_eq!(
            errors,
            [
                LinkError::UnknownLesson,
                LinkError::UnknownHidden,
                LinkError::Embed
            ]
        );
    }
}
