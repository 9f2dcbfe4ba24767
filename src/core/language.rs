//! The programming languages of order servers, for which there is sample code.

/// A language, as servers use it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Node.js, without packages.
    #[default]
    Node,
    /// Python 3 with the package `cryptography`.
    Python,
    /// Go, standard library.
    Go,
    /// Java 11 or later, standard library.
    Java,
    /// PHP with its `openssl` extension.
    Php,
    /// C# of .NET 6 or later, standard library.
    CSharp,
}

impl Language {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Node,
        Self::Python,
        Self::Go,
        Self::Java,
        Self::Php,
        Self::CSharp,
    ];

    /// The language's own name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Node => "Node.js",
            Self::Python => "Python",
            Self::Go => "Go",
            Self::Java => "Java",
            Self::Php => "PHP",
            Self::CSharp => "C#",
        }
    }
}
