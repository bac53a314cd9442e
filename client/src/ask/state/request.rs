//! What was finished on this phone, and how far it has come.

use serde::{Deserialize, Serialize};

/// One request, as it lies on the phone: sealed, with what the person may see of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Names it, here and on the server.
    pub nonce: String,
    /// What it is.
    pub kind: Kind,
    /// Title of the offer; empty without one.
    pub about: String,
    /// Name of the provider; empty if it goes to the organisers.
    pub recipient: String,
    /// When it was finished, ISO 8601.
    pub made_on: String,
    /// When it is erased everywhere, ISO 8601.
    pub erase_on: String,
    /// Code of the receipt; none for feedback.
    pub code: Option<String>,
    /// The sealed letter, ready to be sent.
    pub letter: String,
    /// Whether the server may have it: sending was begun once.
    pub tried: bool,
    /// How far it has come.
    pub stage: Stage,
}

/// What a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Someone shall be in touch.
    Contact,
    /// A question to the organisers.
    Question,
    /// A question about becoming a provider.
    Accreditation,
    /// An answered questionnaire.
    Feedback,
}

/// How far a request has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// Only here.
    Phone,
    /// Durable on the server.
    Server,
    /// The organisers have opened it.
    Opened,
    /// To be taken back as soon as the server answers.
    Withdrawing,
    /// Erased on the server by someone else, or because its time was over.
    Erased,
    /// The server does not take it.
    Refused,
    /// The server does not take it, since its market is over.
    TooLate,
}

/// What is to be asked of the server about a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    /// Send the letter.
    Send,
    /// Ask how far it has come.
    Look,
    /// Take it back.
    Withdraw,
}

/// What the server answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer<'a> {
    /// Yes; and whether the organisers have opened it.
    Yes {
        /// Whether they have.
        opened: bool,
    },
    /// No, with its code.
    No(&'a str),
}

/// What becomes of a request after an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It stays, perhaps at another stage.
    Stays(Stage),
    /// It is gone everywhere; nothing is left to show.
    Gone,
}

impl Request {
    /// What to ask of the server next. Feedback that has arrived has no receipt to ask by.
    pub fn errand(&self) -> Option<Errand> {
        match self.stage {
            Stage::Phone => Some(Errand::Send),
            // Opened or not, it may be taken back by its code elsewhere.
            Stage::Server | Stage::Opened if self.code.is_some() => Some(Errand::Look),
            Stage::Withdrawing => Some(Errand::Withdraw),
            Stage::Server | Stage::Opened | Stage::Erased | Stage::Refused | Stage::TooLate => None,
        }
    }

    /// What becomes of it when the server answers.
    pub fn answered(&self, errand: Errand, answer: Answer<'_>) -> Outcome {
        match (errand, answer) {
            (Errand::Send, Answer::Yes { .. }) => Outcome::Stays(Stage::Server),
            (Errand::Send, Answer::No("erased")) => Outcome::Stays(Stage::Erased),
            (Errand::Send, Answer::No("market-over")) => Outcome::Stays(Stage::TooLate),
            (Errand::Send, Answer::No(_)) => Outcome::Stays(Stage::Refused),
            (Errand::Look, Answer::Yes { opened: true }) => Outcome::Stays(Stage::Opened),
            // An older copy of the server's data took its place, or it was erased: sending tells which.
            (Errand::Look, Answer::No("receipt-unknown")) => Outcome::Stays(Stage::Phone),
            (Errand::Look, Answer::Yes { opened: false } | Answer::No(_)) => Outcome::Stays(self.stage),
            (Errand::Withdraw, Answer::Yes { .. } | Answer::No("receipt-unknown")) => Outcome::Gone,
            (Errand::Withdraw, Answer::No(_)) => Outcome::Stays(self.stage),
        }
    }

    /// What becomes of it when the person takes it back. What the server never saw needs nobody else;
    /// what it may have is asked for, since the answer may have been lost.
    pub fn taken_back(&self) -> Outcome {
        match self.stage {
            Stage::Phone if !self.tried => Outcome::Gone,
            Stage::Phone | Stage::Server | Stage::Opened if self.code.is_some() => {
                Outcome::Stays(Stage::Withdrawing)
            }
            Stage::Withdrawing => Outcome::Stays(Stage::Withdrawing),
            Stage::Phone
            | Stage::Server
            | Stage::Opened
            | Stage::Erased
            | Stage::Refused
            | Stage::TooLate => Outcome::Gone,
        }
    }

    /// Whether its time is over, so that it is not kept here either.
    pub fn is_over(&self, today: &str) -> bool {
        self.erase_on.as_str() <= today
    }

    /// Whether erasing this phone would lose it.
    pub fn is_unsent(&self) -> bool {
        matches!(self.stage, Stage::Phone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(stage: Stage, code: Option<&str>) -> Request {
        Request {
            nonce: "00".to_owned(),
            kind: Kind::Contact,
            about: String::new(),
            recipient: String::new(),
            made_on: "2026-05-23".to_owned(),
            erase_on: "2026-11-19".to_owned(),
            code: code.map(str::to_owned),
            letter: String::new(),
            tried: false,
            stage,
        }
    }

    #[test]
    fn a_request_goes_from_the_phone_to_the_organisers() {
        let path = [
            (Stage::Phone, Some(Errand::Send), Answer::Yes { opened: false }, Stage::Server),
            (Stage::Server, Some(Errand::Look), Answer::Yes { opened: false }, Stage::Server),
            (Stage::Server, Some(Errand::Look), Answer::Yes { opened: true }, Stage::Opened),
        ];
        for (before, errand, answer, after) in path {
            let request = request(before, Some("c"));
            assert_eq!(request.errand(), errand);
            let errand = errand.expect("there is one");
            assert_eq!(request.answered(errand, answer), Outcome::Stays(after));
        }
        let opened = request(Stage::Opened, Some("c"));
        assert_eq!(opened.errand(), Some(Errand::Look));
        assert_eq!(
            opened.answered(Errand::Look, Answer::Yes { opened: true }),
            Outcome::Stays(Stage::Opened)
        );
        assert_eq!(
            opened.answered(Errand::Look, Answer::No("receipt-unknown")),
            Outcome::Stays(Stage::Phone)
        );
        assert_eq!(request(Stage::Server, None).errand(), None, "feedback has no receipt");
    }

    #[test]
    fn what_an_older_copy_of_the_server_lacks_is_sent_again() {
        let lost = request(Stage::Server, Some("c"));
        assert_eq!(lost.answered(Errand::Look, Answer::No("receipt-unknown")), Outcome::Stays(Stage::Phone));
        let sent = request(Stage::Phone, Some("c"));
        assert_eq!(sent.answered(Errand::Send, Answer::No("erased")), Outcome::Stays(Stage::Erased));
        assert_eq!(sent.answered(Errand::Send, Answer::No("market-over")), Outcome::Stays(Stage::TooLate));
        assert_eq!(sent.answered(Errand::Send, Answer::No("other-key")), Outcome::Stays(Stage::Refused));
    }

    #[test]
    fn taking_back_reaches_the_server_if_it_may_have_it() {
        let unsent = request(Stage::Phone, Some("c"));
        assert_eq!(unsent.taken_back(), Outcome::Gone);
        let perhaps_sent = Request { tried: true, ..unsent };
        assert_eq!(perhaps_sent.taken_back(), Outcome::Stays(Stage::Withdrawing));
        for stage in [Stage::Server, Stage::Opened, Stage::Withdrawing] {
            assert_eq!(request(stage, Some("c")).taken_back(), Outcome::Stays(Stage::Withdrawing));
        }
        assert_eq!(request(Stage::Refused, Some("c")).taken_back(), Outcome::Gone);
        let withdrawing = request(Stage::Withdrawing, Some("c"));
        assert_eq!(withdrawing.errand(), Some(Errand::Withdraw));
        for answer in [Answer::Yes { opened: false }, Answer::No("receipt-unknown")] {
            assert_eq!(withdrawing.answered(Errand::Withdraw, answer), Outcome::Gone);
        }
        let failed = withdrawing.answered(Errand::Withdraw, Answer::No("storage"));
        assert_eq!(failed, Outcome::Stays(Stage::Withdrawing));
    }

    #[test]
    fn nothing_is_kept_longer_than_promised() {
        let request = request(Stage::Opened, Some("c"));
        assert!(!request.is_over("2026-11-18") && request.is_over("2026-11-19"));
    }
}
