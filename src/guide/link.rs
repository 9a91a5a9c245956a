//! What a lesson link carries besides the experiment: `lesson=slide-it&hide=leaks,device`.

use super::{Lesson, lesson};
use crate::text;

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

    /// For people. Never with the name of another control in it: whoever looks for “Recipe” or
    /// “Device” on the page, by ear or by a script, is to find one.
    pub fn title(self) -> &'static str {
        match self {
            Self::Prices => text::address::prices(),
            Self::Recipe => text::address::recipe(),
            Self::Settings => text::address::settings(),
            Self::Device => text::address::device(),
            Self::Leaks => text::address::leaks(),
            Self::Verdict => text::address::verdict(),
            Self::Slide => text::address::slide(),
            Self::Scores => text::address::scores(),
            Self::Intervals => text::address::intervals(),
            Self::Runs => text::address::runs(),
            Self::Tomorrow => text::address::tomorrow(),
        }
    }
}

/// The lesson of an address and what it hides.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GuideLink {
    pub lesson: Option<&'static Lesson>,
    /// In [`Control::ALL`]'s order, each once.
    pub hidden: Vec<Control>,
}

impl GuideLink {
    /// Reads a fragment (with or without `#`). What is unknown falls back to nothing, with a sentence.
    pub fn from_fragment(fragment: &str) -> (Self, Vec<String>) {
        let mut notices = Vec::new();
        let value = |key: &str| {
            fragment
                .trim()
                .trim_start_matches('#')
                .split('&')
                .rev()
                .filter_map(|pair| pair.split_once('='))
                .find(|(name, _)| *name == key)
                .map(|(_, value)| value)
        };
        let wanted = value("lesson").filter(|name| !name.is_empty());
        let found = wanted.and_then(lesson);
        if wanted.is_some() && found.is_none() {
            notices.push(text::address::unknown_lesson().to_owned());
        }
        let names: Vec<&str> = value("hide")
            .unwrap_or_default()
            .split(',')
            .filter(|name| !name.is_empty())
            .collect();
        let hidden: Vec<Control> = Control::ALL
            .into_iter()
            .filter(|control| names.contains(&control.slug()))
            .collect();
        if names
            .iter()
            .any(|name| Control::ALL.iter().all(|control| control.slug() != *name))
        {
            notices.push(text::address::unknown_hidden().to_owned());
        }
        (
            Self {
                lesson: found,
                hidden,
            },
            notices,
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
        ] {
            let (link, notices) = GuideLink::from_fragment(&format!("#epochs=3&{text}"));
            assert_eq!(notices, Vec::<String>::new());
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
    fn what_is_unknown_is_said_and_passed_over() {
        let (link, notices) = GuideLink::from_fragment("#lesson=juggling&hide=runs,moon,runs");
        assert_eq!(link.lesson, None);
        assert_eq!(link.hidden, [Control::Runs]);
        assert_eq!(notices.len(), 2);
        // What someone wrote into an address is not repeated on the page.
        assert!(notices.iter().all(|notice| !notice.contains("juggling")));
    }
}
