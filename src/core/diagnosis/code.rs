//! The causes that a diagnosis can name, each with its stable code.

/// A cause. Its sentence is the text `diagnosis.<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is explained by its sentence")]
pub enum Code {
    HeaderNotANumber,
    HeaderFieldEmpty,
    HeaderSeparator,
    HeaderScheme,
    HeaderQuoted,
    HeaderSpacing,
    HeaderFieldMissing,
    HeaderFieldRepeated,
    HeaderOrder,
    HeaderFullwidth,
    SignatureOutOfRange,
    SignatureLeadingZero,
    SignatureBase64Twice,
    SignatureBytesLiteral,
    SignatureUrlsafe,
    SignatureWrapped,
    SignatureSpaceForPlus,
    SignaturePercentEncoded,
    SignaturePaddingLost,
    SignatureTruncated,
    SignatureHex,
    SignatureMd5Hex,
    SignatureLengthVsKey,
    SignatureNotBase64,
    KeyUnknown,
    KeyOtherInRing,
    KeyPlatformUsed,
    KeyApplicationUsed,
    KeyVersionMismatch,
    KeyTooSmall,
    KeySampleKey,
    HashOther,
    HashSha1,
    HashMd5,
    HashSha512,
    HashOfHex,
    HashTwice,
    PaddingPss,
    PaddingRaw,
    NewlineFinalMissing,
    NewlineFinalDoubled,
    NewlineCrlf,
    NewlineLiteral,
    NewlineNone,
    LinesCallbackForm,
    LinesRequestForm,
    LinesOrder,
    MethodDifferent,
    UriDifferent,
    TimestampMilliseconds,
    TimestampDifferent,
    TimestampImplausible,
    TimestampStale,
    NonceRewritten,
    NonceRegeneratedSuspected,
    BodyNotJson,
    BodyEmpty,
    BodyPlaceholder,
    BodyTrimmed,
    BodyReserialized,
    BodyPretty,
    BodyKeysSorted,
    BodyKeysReordered,
    BodyNullsDropped,
    BodyNumbersRewritten,
    BodyDoubleEncoded,
    BodyDecodedOnce,
    EscapeUnicode,
    EscapeSlash,
    EscapeHtml,
    EscapeEntities,
    EscapePercent,
    EncodingGbk,
    EncodingLatin1,
    BomAdded,
    BomRemoved,
    InvisibleCharacters,
    TemplateUnresolved,
    AmountNotInteger,
    SearchLimited,
    SearchStopped,
    BodyMemberMissing,
    BodyNullsAdded,
    BodyNullsRewritten,
    BodyInnerRewritten,
    BodyInnerObject,
    BodyInnerText,
    BodyInnerAlone,
    BodyPrinted,
    BodyBlanksRemoved,
    BodyBase64,
    BodyDigest,
    EscapeBackslashes,
    EncodingUtf16,
    EncodingCesu8,
    EncodingNormalized,
    EncodingLost,
    LinesMissing,
    LinesDoubled,
    HeaderAppId,
    HeaderTrailing,
    /// Values behind colons instead of equals signs.
    HeaderColon,
    SignatureSha1Hex,
    KeyUnread,
    FileLineEnd,
    HeaderEscaped,
    HeaderFieldName,
    NotFound,
    BodyTextTrimmed,
    BodyBlanksAdded,
    BodyInnerSent,
    NewlineSeparator,
    SignatureHmac,
    SignaturePlaceholder,
    HeaderFieldUnknown,
    NonceDifferent,
    BodyDifferent,
    BodyAmountUnit,
}

/// What a cause is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// The header's text.
    Header,
    /// The text of the signature.
    Signature,
    /// The key that made the signature.
    Key,
    /// The hash that was signed.
    Hash,
    /// The padding of the signature.
    Padding,
    /// Line ends of the string to sign.
    Newline,
    /// Its lines and their order.
    Lines,
    /// Line 1.
    Method,
    /// Line 2.
    Uri,
    /// The time in the header.
    Timestamp,
    /// The random text.
    Nonce,
    /// The payload as a whole.
    Body,
    /// Characters spelled in another way.
    Escape,
    /// Characters in other bytes.
    Encoding,
    /// The byte-order mark.
    Bom,
    /// Characters that nobody sees.
    Invisible,
    /// Places that nobody filled in.
    Template,
    /// An amount in the payload.
    Amount,
    /// The search itself.
    Search,
}

/// All causes with what they are about and their codes.
#[rustfmt::skip]
const ROWS: [(Code, Family, &str); 118] = [
    (Code::HeaderNotANumber, Family::Header, "header.not_a_number"),
    (Code::HeaderFieldEmpty, Family::Header, "header.field_empty"),
    (Code::HeaderSeparator, Family::Header, "header.separator"),
    (Code::HeaderScheme, Family::Header, "header.scheme"),
    (Code::HeaderQuoted, Family::Header, "header.quoted"),
    (Code::HeaderSpacing, Family::Header, "header.spacing"),
    (Code::HeaderFieldMissing, Family::Header, "header.field_missing"),
    (Code::HeaderFieldRepeated, Family::Header, "header.field_repeated"),
    (Code::HeaderOrder, Family::Header, "header.order"),
    (Code::HeaderFullwidth, Family::Header, "header.fullwidth"),
    (Code::SignatureOutOfRange, Family::Signature, "signature.out_of_range"),
    (Code::SignatureLeadingZero, Family::Signature, "signature.leading_zero"),
    (Code::SignatureBase64Twice, Family::Signature, "signature.base64_twice"),
    (Code::SignatureBytesLiteral, Family::Signature, "signature.bytes_literal"),
    (Code::SignatureUrlsafe, Family::Signature, "signature.urlsafe"),
    (Code::SignatureWrapped, Family::Signature, "signature.wrapped"),
    (Code::SignatureSpaceForPlus, Family::Signature, "signature.space_for_plus"),
    (Code::SignaturePercentEncoded, Family::Signature, "signature.percent_encoded"),
    (Code::SignaturePaddingLost, Family::Signature, "signature.padding_lost"),
    (Code::SignatureTruncated, Family::Signature, "signature.truncated"),
    (Code::SignatureHex, Family::Signature, "signature.hex"),
    (Code::SignatureMd5Hex, Family::Signature, "signature.md5_hex"),
    (Code::SignatureLengthVsKey, Family::Signature, "signature.length_vs_key"),
    (Code::SignatureNotBase64, Family::Signature, "signature.not_base64"),
    (Code::KeyUnknown, Family::Key, "key.unknown"),
    (Code::KeyOtherInRing, Family::Key, "key.other_in_ring"),
    (Code::KeyPlatformUsed, Family::Key, "key.platform_used"),
    (Code::KeyApplicationUsed, Family::Key, "key.application_used"),
    (Code::KeyVersionMismatch, Family::Key, "key.version_mismatch"),
    (Code::KeyTooSmall, Family::Key, "key.too_small"),
    (Code::KeySampleKey, Family::Key, "key.sample_key"),
    (Code::HashOther, Family::Hash, "hash.other"),
    (Code::HashSha1, Family::Hash, "hash.sha1"),
    (Code::HashMd5, Family::Hash, "hash.md5"),
    (Code::HashSha512, Family::Hash, "hash.sha512"),
    (Code::HashOfHex, Family::Hash, "hash.of_hex"),
    (Code::HashTwice, Family::Hash, "hash.twice"),
    (Code::PaddingPss, Family::Padding, "padding.pss"),
    (Code::PaddingRaw, Family::Padding, "padding.raw"),
    (Code::NewlineFinalMissing, Family::Newline, "newline.final_missing"),
    (Code::NewlineFinalDoubled, Family::Newline, "newline.final_doubled"),
    (Code::NewlineCrlf, Family::Newline, "newline.crlf"),
    (Code::NewlineLiteral, Family::Newline, "newline.literal"),
    (Code::NewlineNone, Family::Newline, "newline.none"),
    (Code::LinesCallbackForm, Family::Lines, "lines.callback_form"),
    (Code::LinesRequestForm, Family::Lines, "lines.request_form"),
    (Code::LinesOrder, Family::Lines, "lines.order"),
    (Code::MethodDifferent, Family::Method, "method.different"),
    (Code::UriDifferent, Family::Uri, "uri.different"),
    (Code::TimestampMilliseconds, Family::Timestamp, "timestamp.milliseconds"),
    (Code::TimestampDifferent, Family::Timestamp, "timestamp.different"),
    (Code::TimestampImplausible, Family::Timestamp, "timestamp.implausible"),
    (Code::TimestampStale, Family::Timestamp, "timestamp.stale"),
    (Code::NonceRewritten, Family::Nonce, "nonce.rewritten"),
    (Code::NonceRegeneratedSuspected, Family::Nonce, "nonce.regenerated_suspected"),
    (Code::BodyNotJson, Family::Body, "body.not_json"),
    (Code::BodyEmpty, Family::Body, "body.empty"),
    (Code::BodyPlaceholder, Family::Body, "body.placeholder"),
    (Code::BodyTrimmed, Family::Body, "body.trimmed"),
    (Code::BodyReserialized, Family::Body, "body.reserialized"),
    (Code::BodyPretty, Family::Body, "body.pretty"),
    (Code::BodyKeysSorted, Family::Body, "body.keys_sorted"),
    (Code::BodyKeysReordered, Family::Body, "body.keys_reordered"),
    (Code::BodyNullsDropped, Family::Body, "body.nulls_dropped"),
    (Code::BodyNumbersRewritten, Family::Body, "body.numbers_rewritten"),
    (Code::BodyDoubleEncoded, Family::Body, "body.double_encoded"),
    (Code::BodyDecodedOnce, Family::Body, "body.decoded_once"),
    (Code::EscapeUnicode, Family::Escape, "escape.unicode"),
    (Code::EscapeSlash, Family::Escape, "escape.slash"),
    (Code::EscapeHtml, Family::Escape, "escape.html"),
    (Code::EscapeEntities, Family::Escape, "escape.entities"),
    (Code::EscapePercent, Family::Escape, "escape.percent"),
    (Code::EncodingGbk, Family::Encoding, "encoding.gbk"),
    (Code::EncodingLatin1, Family::Encoding, "encoding.latin1"),
    (Code::BomAdded, Family::Bom, "bom.added"),
    (Code::BomRemoved, Family::Bom, "bom.removed"),
    (Code::InvisibleCharacters, Family::Invisible, "invisible.characters"),
    (Code::TemplateUnresolved, Family::Template, "template.unresolved"),
    (Code::AmountNotInteger, Family::Amount, "amount.not_integer"),
    (Code::SearchLimited, Family::Search, "search.limited"),
    (Code::SearchStopped, Family::Search, "search.stopped"),
    (Code::BodyMemberMissing, Family::Body, "body.member_missing"),
    (Code::BodyNullsAdded, Family::Body, "body.nulls_added"),
    (Code::BodyNullsRewritten, Family::Body, "body.nulls_rewritten"),
    (Code::BodyInnerRewritten, Family::Body, "body.inner_rewritten"),
    (Code::BodyInnerObject, Family::Body, "body.inner_object"),
    (Code::BodyInnerText, Family::Body, "body.inner_text"),
    (Code::BodyInnerAlone, Family::Body, "body.inner_alone"),
    (Code::BodyPrinted, Family::Body, "body.printed"),
    (Code::BodyBlanksRemoved, Family::Body, "body.blanks_removed"),
    (Code::BodyBase64, Family::Body, "body.base64"),
    (Code::BodyDigest, Family::Body, "body.digest"),
    (Code::EscapeBackslashes, Family::Escape, "escape.backslashes"),
    (Code::EncodingUtf16, Family::Encoding, "encoding.utf16"),
    (Code::EncodingCesu8, Family::Encoding, "encoding.cesu8"),
    (Code::EncodingNormalized, Family::Encoding, "encoding.normalized"),
    (Code::EncodingLost, Family::Encoding, "encoding.lost"),
    (Code::LinesMissing, Family::Lines, "lines.missing"),
    (Code::LinesDoubled, Family::Lines, "lines.doubled"),
    (Code::HeaderAppId, Family::Header, "header.app_id"),
    (Code::HeaderTrailing, Family::Header, "header.trailing"),
    (Code::HeaderColon, Family::Header, "header.colon"),
    (Code::SignatureSha1Hex, Family::Signature, "signature.sha1_hex"),
    (Code::KeyUnread, Family::Key, "key.unread"),
    (Code::FileLineEnd, Family::Body, "body.file_line_end"),
    (Code::HeaderEscaped, Family::Header, "header.escaped"),
    (Code::HeaderFieldName, Family::Header, "header.field_name"),
    (Code::NotFound, Family::Search, "search.not_found"),
    (Code::BodyTextTrimmed, Family::Body, "body.text_trimmed"),
    (Code::BodyBlanksAdded, Family::Body, "body.blanks_added"),
    (Code::BodyInnerSent, Family::Body, "body.inner_sent"),
    (Code::NewlineSeparator, Family::Newline, "newline.separator"),
    (Code::SignatureHmac, Family::Signature, "signature.hmac"),
    (Code::SignaturePlaceholder, Family::Signature, "signature.placeholder"),
    (Code::HeaderFieldUnknown, Family::Header, "header.field_unknown"),
    (Code::NonceDifferent, Family::Nonce, "nonce.different"),
    (Code::BodyDifferent, Family::Body, "body.different"),
    (Code::BodyAmountUnit, Family::Body, "body.amount_unit"),
];

impl Code {
    /// All causes.
    pub fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().map(|(code, _, _)| *code)
    }

    /// The code as reports have it, e.g. `body.keys_sorted`.
    pub fn name(self) -> &'static str {
        self.row().2
    }

    /// What it is about.
    pub fn family(self) -> Family {
        self.row().1
    }

    fn row(self) -> &'static (Self, Family, &'static str) {
        // The rows stand in the order of the variants; a test holds that.
        &ROWS[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cause_has_its_row() {
        for (place, (code, _, name)) in ROWS.iter().enumerate() {
            assert_eq!(*code as usize, place, "{name}");
        }
    }
}
