//! Characters that look like others, or like nothing: one answer for checks, verification, reports.

/// Whether a character is not seen and travels along when text is copied: byte-order mark,
/// zero-width and no-break spaces, direction marks (Unicode 17, general categories Cf and Zs).
///
/// U+200D is none of them: it joins emoji. Control characters are left to the caller, as line ends
/// are meant in some texts.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{ad}' | '\u{180e}' | '\u{202f}' | '\u{feff}'
            | '\u{200b}'..='\u{200c}'
            | '\u{200e}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206f}'
    )
}

/// `U+200B`, as sentences name a character that cannot be shown.
pub fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// The usual character for a full-width form (U+FF01 to U+FF5E, U+3000) or a curved quote; input
/// methods write them. Any other character is itself.
pub fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        other => other,
    }
}

/// The ASCII mark that a character of a Chinese keyboard stands for, where it stands for one.
pub fn ascii_for(c: char) -> Option<char> {
    let half = match c {
        '。' => '.',
        '、' => ',',
        other => half_width(other),
    };
    (half != c).then_some(half)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_are_told_from_those_that_join() {
        for c in ['\u{feff}', '\u{200b}', '\u{200e}', '\u{2060}', '\u{a0}'] {
            assert!(is_invisible(c), "{}", code_point(c));
        }
        for c in [' ', '\n', '\u{200d}', '\u{fe0f}', '中'] {
            assert!(!is_invisible(c), "{}", code_point(c));
        }
    }

    #[test]
    fn chinese_keyboards_write_other_marks() {
        let half: String = "ＳＨＡ２５６，　“ａ”。".chars().map(half_width).collect();
        assert_eq!(half, "SHA256, \"a\"。");
        assert_eq!(ascii_for('。'), Some('.'));
        assert_eq!((ascii_for('a'), ascii_for('中')), (None, None));
    }
}
