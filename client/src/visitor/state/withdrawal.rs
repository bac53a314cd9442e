//! Withdrawing a contact by its receipt.

/// How far it has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Withdrawal {
    /// Not asked.
    #[default]
    No,
    /// Asked, not answered.
    Asked,
    /// The server was asked to erase.
    Sending,
    /// It is erased.
    Done,
    /// The server has nothing for this code.
    Unknown,
    /// The server does not answer.
    Away,
}
