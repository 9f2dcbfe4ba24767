//! In: explanations. Out: the note for support, in Markdown.

use super::catalogue::{Row, Scope, Words};
use super::explanation::{Explanation, Fit};
use super::log_id;
use crate::core::finding::Message;

/// Writes the note. `words` picks a row's language, `say` puts messages into words.
pub fn note(
    explanations: &[Explanation],
    words: &dyn Fn(&Row) -> Words,
    say: &dyn Fn(&Message) -> String,
) -> String {
    let text = |key: &str| say(&Message::new(key));
    let mut lines = Vec::new();
    for explanation in explanations {
        let Explanation {
            facts,
            scope,
            field,
            rows,
            fit,
        } = explanation;
        let heading = [facts.err_no.as_deref(), facts.err_msg.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ");
        let first = rows.first();
        let known = first
            .map(|row| format!("{} {}", row.err_no, row.err_msg).trim().to_owned())
            .unwrap_or_default();
        lines.push(format!(
            "## {}",
            if heading.is_empty() { known } else { heading }
        ));
        lines.push(String::new());

        if let Some(scope) = scope.filter(|scope| *scope != Scope::RequestOrder) {
            lines.push(format!(
                "- {}: {}",
                text("trouble.scope"),
                text(scope.key())
            ));
        }
        if let Some(field) = field {
            lines.push(format!("- **{}**", say(&field.message())));
        }

        if let Some(id) = facts.any_log_id() {
            let time = log_id::time(id)
                .map(|time| format!("（{}）", time.china_time()))
                .unwrap_or_default();
            lines.push(format!("- {}: `{id}`{time}", text("trouble.log_id")));
        }

        if *fit == Fit::OtherMessage {
            lines.push(format!("- {}", text("trouble.other_message")));
        }

        if first.is_none() {
            lines.push(format!("- {}", say(&unknown(*scope))));
            lines.push(String::new());
            continue;
        }

        if *fit != Fit::Message && rows.len() > 1 {
            lines.push(format!("- {}", text("trouble.several")));
        }

        let shown = if *fit == Fit::Message {
            &rows[..1]
        } else {
            &rows[..]
        };

        for row in shown {
            row_lines(row, shown.len() > 1, words, &text, &mut lines);
        }
    }

    lines.join("\n") + "\n"
}

/// What is said where neither code nor message is known.
pub fn unknown(scope: Option<Scope>) -> Message {
    match scope {
        Some(Scope::RequestOrder) => Message::new("trouble.unknown"),
        Some(Scope::Other) => Message::new("trouble.unknown_other"),
        Some(_) => Message::new("trouble.unknown_neighbour"),
        None => Message::new("trouble.unknown_scope"),
    }
}

/// What one row says.
fn row_lines(
    row: &Row,
    is_one_of_several: bool,
    words: &dyn Fn(&Row) -> Words,
    text: &dyn Fn(&str) -> String,
    lines: &mut Vec<String>,
) {
    if is_one_of_several {
        lines.push(String::new());
        lines.push(
            format!("### {} {}", row.err_no, row.err_msg)
                .trim_end()
                .to_owned(),
        );
        lines.push(String::new());
    }

    let own = words(row);
    lines.push(format!("- {}: {}", text("trouble.meaning"), own.meaning));
    let who: Vec<String> = row.who.iter().map(|who| text(who.key())).collect();
    lines.push(format!("- {}: {}", text("trouble.who"), who.join(" / ")));
    lines.push(format!("- {}", text(row.retry.key())));
    lines.push(String::new());
    lines.push(format!("{}:", text("trouble.causes")));
    lines.extend(own.causes.iter().map(|cause| format!("- {cause}")));
    lines.push(String::new());
    lines.push(format!("{}:", text("trouble.steps")));
    lines.extend(
        own.steps
            .iter()
            .enumerate()
            .map(|(place, step)| format!("{}. {step}", place + 1)),
    );
    lines.push(String::new());
}
