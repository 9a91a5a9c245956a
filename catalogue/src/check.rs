//! What a language lacks, measured by the source.

use crate::message::{self, ABOUT_LANGUAGE, Message};
use std::collections::BTreeMap;

/// `fill` in `src/text` finds a part by one digit.
const MOST_PARTS: usize = 10;

/// The faults of a language's messages.
pub fn faults(tag: &str, messages: &[Message], source: &[Message]) -> Vec<String> {
    let mut faults = Vec::new();
    if !crate::SAYS_ONE_FOR_ONE.contains(&tag) {
        faults.push(
            "how it counts is not known: see SAYS_ONE_FOR_ONE in catalogue/src/lib.rs".to_owned(),
        );
    }
    let mut own = BTreeMap::new();
    for message in messages {
        if own.insert(message.key(), message).is_some() {
            faults.push(format!("{} is there twice", message.key()));
        }
    }
    if tag == crate::SOURCE {
        for name in ["name", "own_name"] {
            let key = format!("{ABOUT_LANGUAGE}-{name}");
            if !own.contains_key(&key) {
                faults.push(format!("{key} is missing"));
            }
        }
    }
    for wanted in source {
        match own.remove(&wanted.key()) {
            Some(found) => {
                faults.extend(fault(found, wanted).map(|it| format!("{}: {it}", wanted.key())));
            }
            None => faults.push(format!("{} is missing", wanted.key())),
        }
    }
    faults.extend(own.keys().map(|key| format!("{key} is not in English")));
    faults
}

/// What is wrong with a message.
fn fault(found: &Message, wanted: &Message) -> Option<String> {
    let parameters = wanted.parameters();
    if parameters.len() > MOST_PARTS {
        return Some(format!("it has more than {MOST_PARTS} parts"));
    }
    if found.count != wanted.count {
        return Some("it has other plural forms than in English".to_owned());
    }
    let may_be_left_out =
        |part: &String| wanted.listed.contains(part) || wanted.count.as_ref() == Some(part);
    for (found, wanted) in found.forms.iter().zip(&wanted.forms) {
        let (said, wanted) = (message::parts(found), message::parts(wanted));
        if let Some(part) = said.iter().find(|part| !parameters.contains(part)) {
            return Some(format!("it has no part {part}"));
        }
        let lacks = |part: &&String| !said.contains(*part) && !may_be_left_out(part);
        if let Some(part) = wanted.iter().find(lacks) {
            return Some(format!("it does not say {part}"));
        }
        let more = |part: &&String| !wanted.contains(*part) && !may_be_left_out(part);
        if let Some(part) = said.iter().find(more) {
            return Some(format!(
                "it says {part}, which English does not in this form"
            ));
        }
    }
    None
}
