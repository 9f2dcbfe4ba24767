//! In: a reported error, as text or on standard input. Out: what it is and what to do, as text for
//! people or JSON.

use clap::Args;
use serde_json::{Value, json};

use super::failure::Failure;
use super::input;
use super::report::ReportFormat;
use crate::core::key::read::holds_private_key;
use crate::core::time::Timestamp;
use crate::core::trouble::{Catalogue, Explanation, explain, log_id, note};
use crate::texts::Lang;

/// Arguments of `explain`. Their help texts are `cli.explain.<name>` in the locale files.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    #[arg(value_name = "TEXT|-", required = true, num_args = 1.., allow_negative_numbers = true)]
    text: Vec<String>,
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    format: ReportFormat,
}

/// Explains and prints.
///
/// # Errors
/// A [`Failure`] with code 1 where nothing in the text is known, 2 where standard input cannot be
/// read.
pub fn run(args: &ExplainArgs, lang: Lang) -> Result<(), Failure> {
    let text = match args.text.as_slice() {
        [dash] if dash == "-" => {
            let bytes = input::bytes("-".as_ref())?;
            if holds_private_key(&bytes) {
                return Err(Failure::usage("cli.report_is_key"));
            }
            String::from_utf8_lossy(&bytes).into_owned()
        }
        words => words.join(" "),
    };
    if text.trim().is_empty() {
        return Err(Failure::usage("trouble.empty"));
    }

    let explanations = explain(&text, &Catalogue::built_in());
    input::print_report(&match args.format {
        ReportFormat::Text => note::note(&explanations, &|row| lang.words(row), &|message| {
            lang.say(message)
        }),
        ReportFormat::Json => {
            let rows: Vec<Value> = explanations
                .iter()
                .map(|explanation| as_json(explanation, lang))
                .collect();
            serde_json::to_string_pretty(&rows).unwrap_or_default()
        }
    })?;

    let known = explanations
        .iter()
        .any(|explanation| !explanation.rows.is_empty());
    match (known, explanations.is_empty()) {
        (true, _) => Ok(()),
        // What was printed says so already.
        (false, false) => Err(Failure::silent(1)),
        (false, true) => Err(Failure::new(1, note::unknown(None))),
    }
}

fn as_json(explanation: &Explanation, lang: Lang) -> Value {
    let Explanation {
        facts,
        scope,
        field,
        rows,
        fit,
    } = explanation;
    let rows: Vec<Value> = rows
        .iter()
        .map(|row| {
            let own = lang.words(row);
            let who: Vec<String> = row
                .who
                .iter()
                .map(|who| lang.text(who.key()).into_owned())
                .collect();
            json!({
                "id": row.id, "scope": row.scope, "errNo": row.err_no, "errMsg": row.err_msg, "platform": row.platform,
                "meaning": own.meaning, "causes": own.causes, "who": who,
                "retry": lang.text(row.retry.key()), "steps": own.steps,
            })
        })
        .collect();
    json!({
        "reported": {
            "errNo": facts.err_no, "errMsg": facts.err_msg, "errLogId": facts.err_log_id, "logId": facts.log_id,
            "errTips": facts.err_tips, "subErrorCode": facts.sub_code,
            "subDescription": facts.sub_description, "description": facts.description,
            "errDetail": facts.err_detail, "errorCode": facts.error_code, "errorType": facts.error_type, "statusCode": facts.status_code, "url": facts.url,
        },
        "log_time": facts.any_log_id().and_then(log_id::time).map(Timestamp::china_time),
        "scope": scope,
        "field": field.as_ref().map(|field| json!({
            "path": field.path, "expected": field.expected, "found": field.found,
            "message": lang.say(&field.message()),
        })),
        "fit": format!("{fit:?}").to_lowercase(),
        "rows": rows,
    })
}
