//! What Alpha Vantage gives, and why it gives nothing: what happened and what to do next.

use crate::market::alpha_vantage::{
    AnswerError, BadRowFor, History, Refusal, TransportError, UnreadableFor,
};
use crate::market::{Field, Interval, iso_date};
use crate::text::{Say, alpha_vantage as texts, market};
use std::fmt;

impl Say for AnswerError {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Premium => texts::premium().to_owned(),
            Self::DailyLimit => texts::daily_limit().to_owned(),
            Self::DemoLimit => texts::demo_limit().to_owned(),
            Self::TooFast => texts::too_fast().to_owned(),
            Self::KeyMissing => texts::key_missing().to_owned(),
            Self::DemoKey => texts::demo_key().to_owned(),
            Self::UnknownSymbol { symbol } => texts::unknown_symbol(symbol),
            Self::WrongInterval { expected, found } => texts::wrong_interval(
                of_prices(Interval::from_slug(found)),
                of_prices(Some(*expected)),
            ),
            Self::OtherSymbol { symbol } => texts::other_symbol(symbol),
            Self::Other => texts::other_notice().to_owned(),
            Self::Unreadable { reason } => texts::unreadable(reason),
            Self::BadRow { date, reason } => match iso_date(date) {
                Some(date) => texts::bad_row(date, reason),
                None => texts::bad_row(date, reason),
            },
            Self::Empty { symbol } => texts::no_prices_for(symbol),
            Self::OneRow { symbol } => texts::one_row(symbol),
        })
    }
}

/// What prices of an interval are called; of none of ours they are several a day.
fn of_prices(interval: Option<Interval>) -> &'static str {
    match interval {
        Some(Interval::Daily) => texts::daily(),
        Some(Interval::Weekly) => texts::weekly(),
        Some(Interval::Monthly) => texts::monthly(),
        None => texts::intraday(),
    }
}

/// For the parentheses of a sentence about the answer.
impl Say for UnreadableFor {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::NoPrices => texts::no_prices().to_owned(),
            Self::Empty => texts::empty().to_owned(),
            Self::CutShort => texts::cut_short().to_owned(),
            Self::UnknownShape { line, column } => texts::unknown_shape(line, column),
            Self::NoJson { line, column } => texts::not_json(line, column),
        })
    }
}

/// For the parentheses of a sentence about the row.
impl Say for BadRowFor {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::NoDate => texts::not_a_date().to_owned(),
            Self::ThereTwice => texts::there_twice().to_owned(),
            Self::NotPositive => texts::price_not_positive().to_owned(),
            Self::Missing(Field::Close) => texts::has_no_close().to_owned(),
            Self::Missing(Field::AdjustedClose) => texts::has_no_adjusted_close().to_owned(),
            Self::NoPrice(Field::Close, quote) => texts::close_no_price(quote),
            Self::NoPrice(Field::AdjustedClose, quote) => texts::adjusted_close_no_price(quote),
        })
    }
}

impl Say for TransportError {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Http(403) => texts::forbidden().to_owned(),
            Self::Http(429) => texts::too_many_requests().to_owned(),
            Self::Http(status @ 500..=599) => texts::server_trouble(status),
            Self::Http(status) => texts::unexpected_status(status),
            Self::Offline => texts::offline().to_owned(),
            Self::Timeout => texts::timeout(Self::TIMEOUT_SECS),
            Self::TooLarge => texts::too_large().to_owned(),
        })
    }
}

/// For the form's choice: "Daily, last 100 days".
impl Say for History {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Daily => market::daily(),
            Self::DailyRaw => texts::daily_raw(),
            Self::DailyRecent => texts::daily_recent(),
            Self::Weekly => market::weekly(),
            Self::Monthly => market::monthly(),
            Self::Rate | Self::Coin => market::daily(),
            Self::RateRecent => texts::daily_recent(),
        })
    }
}

/// What happened, and what the offer means.
impl Say for Refusal {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let wanted = match self.wanted {
            History::Daily | History::DailyRaw => texts::long_daily_histories(),
            History::DailyRecent => texts::daily_prices(),
            History::Weekly => texts::weekly_histories(),
            History::Monthly => texts::monthly_histories(),
            History::Rate => texts::long_rate_histories(),
            History::RateRecent => texts::exchange_rates(),
            History::Coin => texts::coin_prices(),
        };
        let why = if self.demo {
            texts::demo_has_not(wanted, self.wanted.example())
        } else {
            texts::premium_only(wanted)
        };
        let instead = match self.offer {
            Some(History::Weekly) => texts::load_weekly_instead(),
            Some(_) => texts::load_recent_instead(),
            None => texts::train_elsewhere(),
        };
        write!(f, "{why} {instead}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language, said};

    #[test]
    fn each_transport_trouble_has_its_own_sentence() {
        let sentences: Vec<String> = [
            TransportError::Http(403),
            TransportError::Http(429),
            TransportError::Http(500),
            TransportError::Http(404),
            TransportError::Offline,
            TransportError::Timeout,
            TransportError::TooLarge,
        ]
        .iter()
        .map(said)
        .collect();
        for (i, sentence) in sentences.iter().enumerate() {
            assert!(sentence.ends_with('.'), "{sentence}");
            assert!(!sentences[..i].contains(sentence), "{sentence}");
        }
        assert!(sentences[5].contains("15 seconds"), "{}", sentences[5]);
        assert!(said(&TransportError::Http(503)).contains("HTTP 503"));
    }

    #[test]
    fn each_unreadable_answer_is_told_apart() {
        let place = (1, 4);
        let (line, column) = place;
        for (reason, expected) in [
            (UnreadableFor::Empty, "it is empty"),
            (UnreadableFor::CutShort, "it is cut short"),
            (UnreadableFor::NoPrices, "it holds no prices"),
            (
                UnreadableFor::NoJson { line, column },
                "it is not valid JSON at line 1, column 4",
            ),
            (
                UnreadableFor::UnknownShape { line, column },
                "it has an unknown shape at line 1, column 4",
            ),
        ] {
            assert_eq!(said(&reason), expected);
            let sentence = said(&AnswerError::Unreadable { reason });
            assert!(sentence.contains(expected), "{sentence}");
        }
    }

    #[test]
    fn german_puts_the_parts_where_they_belong() {
        let german = |error: AnswerError| in_language(Language::German, || said(&error));
        assert_eq!(
            german(AnswerError::WrongInterval {
                expected: Interval::Daily,
                found: "intraday"
            }),
            "Alpha Vantage hat untertägige Kurse geschickt, gefragt waren tägliche: Wählen Sie den \
             täglichen, wöchentlichen oder monatlichen Kursverlauf, und laden Sie noch einmal."
        );
        assert_eq!(
            german(AnswerError::BadRow {
                date: "2024-01-02".into(),
                reason: BadRowFor::NoPrice(Field::AdjustedClose, "0.00".into())
            }),
            "Die Zeile 02.01.2024 in der Antwort von Alpha Vantage lässt sich nicht verwenden (als \
             bereinigter Schlusskurs steht dort „0.00“, keine Zahl über null): Wählen Sie einen \
             anderen Zeitabstand oder ein anderes Symbol."
        );
    }

    #[test]
    fn a_refused_pair_is_offered_its_days_and_no_weeks() {
        for wanted in [History::Rate, History::RateRecent, History::Coin] {
            let sentence = said(&Refusal {
                wanted,
                offer: None,
                demo: true,
            });
            assert!(sentence.contains(wanted.example()), "{sentence}");
        }
        let sentence = said(&Refusal {
            wanted: History::Rate,
            offer: Some(History::RateRecent),
            demo: false,
        });
        assert!(sentence.contains("last 100 days"), "{sentence}");
    }

    #[test]
    fn each_refusal_names_what_was_refused_and_a_way_out() {
        for wanted in History::ALL {
            for offer in [None, Some(History::Weekly), Some(History::DailyRecent)] {
                for demo in [false, true] {
                    let refusal = Refusal {
                        wanted,
                        offer,
                        demo,
                    };
                    let sentence = said(&refusal);
                    assert!(sentence.contains(wanted.interval().slug()), "{sentence}");
                    assert!(sentence.contains("instead"), "{sentence}");
                    // The public key is not refused for want of a premium one.
                    assert_eq!(sentence.contains("“demo”"), demo, "{sentence}");
                    assert_eq!(sentence.contains("premium"), !demo, "{sentence}");
                    let elsewhere = sentence.contains("known world");
                    assert_eq!(elsewhere, offer.is_none(), "{sentence}");
                }
            }
        }
    }
}
