//! In: one explained error. Out: what it means, who acts, whether to retry, causes, steps, and what
//! this program can do.

use eframe::egui::{CollapsingHeader, Label, RichText, Ui};

use crate::core::diagnosis::header;
use crate::core::intake::Parts;
use crate::core::path::{FieldPath, Place};
use crate::core::platform::Field;
use crate::core::time::Timestamp;
use crate::core::trouble::catalogue::{Action, Row};
use crate::core::trouble::explanation::{Explanation, Fit};
use crate::core::trouble::note::unknown;
use crate::core::trouble::{Facts, Scope, log_id};
use crate::texts::Lang;
use crate::ui::command::Command;
use crate::ui::command::VerifyCommand;
use crate::ui::page::Page;
use crate::ui::pages::view::View;
use crate::ui::theme::Palette;
use crate::ui::widgets::parts::{card, title};

/// Draws it.
pub fn ui(
    ui: &mut Ui,
    explanation: &Explanation,
    parts: &Parts,
    view: View<'_>,
    out: &mut Vec<Command>,
) {
    let lang = view.lang;
    let palette = Palette::of(ui);
    let Explanation {
        facts,
        scope,
        field,
        rows,
        fit,
    } = explanation;
    card(ui, |ui| {
        if let Some(scope) = scope.filter(|scope| *scope != Scope::RequestOrder) {
            let text = format!("{}  {}", lang.text("trouble.scope"), lang.text(scope.key()));
            ui.add(Label::new(RichText::new(text).color(palette.warning)).wrap());
        }
        let Some(first) = rows.first() else {
            let text = format!(
                "{} {}",
                facts.err_no.as_deref().unwrap_or_default(),
                facts.err_msg.as_deref().unwrap_or_default()
            );
            ui.add(Label::new(title(text.trim())).wrap());
            ui.add(
                Label::new(RichText::new(lang.say(&unknown(*scope))).color(palette.warning)).wrap(),
            );
            reported(ui, facts, parts, lang);
            return;
        };

        if *fit == Fit::OtherMessage {
            ui.add(
                Label::new(
                    RichText::new(lang.text("trouble.other_message")).color(palette.warning),
                )
                .wrap(),
            );
        }

        if let Some(field) = field {
            let text = lang.say(&field.message());
            ui.add(Label::new(RichText::new(text).strong()).wrap());
        }

        row_ui(ui, first, lang);
        reported(ui, facts, parts, lang);
        actions(ui, first, parts, lang, out);

        if rows.len() > 1 {
            let also = lang.fill("errors.also", &[("count", &(rows.len() - 1).to_string())]);
            CollapsingHeader::new(also)
                .default_open(*fit != Fit::Message)
                .show(ui, |ui| {
                    for row in &rows[1..] {
                        row_ui(ui, row, lang);
                        ui.separator();
                    }
                });
        }
    });
}

fn row_ui(ui: &mut Ui, row: &Row, lang: Lang) {
    ui.spacing_mut().item_spacing.y = 4.0;
    let palette = Palette::of(ui);
    let own = lang.words(row);
    ui.add(Label::new(title(format!("{} {}", row.err_no, row.err_msg).trim())).wrap());
    ui.add(Label::new(RichText::new(&own.meaning).size(15.0)).wrap());
    let who: Vec<String> = row
        .who
        .iter()
        .map(|who| lang.text(who.key()).into_owned())
        .collect();

    ui.add(Label::new(format!("{}  {}", lang.text("trouble.who"), who.join(" / "))).wrap());
    ui.label(RichText::new(lang.text(row.retry.key())).color(palette.accent));
    if !row.platform.is_empty() && row.platform != row.message() {
        let text = format!("{}  {}", lang.text("trouble.platform"), row.platform);
        ui.add(Label::new(RichText::new(text).small().color(palette.weak)).wrap());
    }

    ui.add_space(4.0);
    ui.label(
        RichText::new(lang.text("trouble.causes"))
            .small()
            .color(palette.weak),
    );
    for cause in &own.causes {
        ui.add(Label::new(format!("· {cause}")).wrap());
    }

    ui.add_space(4.0);
    ui.label(
        RichText::new(lang.text("trouble.steps"))
            .small()
            .color(palette.weak),
    );
    for (place, step) in own.steps.iter().enumerate() {
        ui.add(Label::new(format!("{}. {step}", place + 1)).wrap());
    }
}

/// What the report says beside code and message, and the time in its log id.
fn reported(ui: &mut Ui, facts: &Facts, parts: &Parts, lang: Lang) {
    let palette = Palette::of(ui);
    let rest = [
        ("errorCode", &facts.error_code),
        ("errorType", &facts.error_type),
        ("statusCode", &facts.status_code),
        ("url", &facts.url),
    ];
    for (name, value) in rest
        .into_iter()
        .filter_map(|(name, value)| Some((name, value.as_ref()?)))
    {
        ui.add(
            Label::new(
                RichText::new(format!("{name}  {value}"))
                    .small()
                    .monospace()
                    .color(palette.weak),
            )
            .wrap(),
        );
    }

    let Some(id) = facts.any_log_id() else { return };
    ui.add(
        Label::new(
            RichText::new(format!("{}  {id}", lang.text("trouble.log_id")))
                .small()
                .monospace(),
        )
        .wrap(),
    );

    let Some(time) = log_id::time(id) else { return };
    let mut text = lang.fill("errors.log_time", &[("time", &time.china_time())]);
    let signed = parts
        .authorization
        .as_deref()
        .and_then(|text| header::read(text).0.timestamp);

    if let Some(signed) = signed.and_then(|text| text.parse().ok()) {
        let apart = time.0.abs_diff(signed).to_string();
        let signed = Timestamp(signed).china_time();
        text.push_str(&lang.fill(
            "errors.log_apart",
            &[("signed", &signed), ("seconds", &apart)],
        ));
    }

    ui.add(Label::new(RichText::new(text).small()).wrap());
}

/// What can be done about it here.
fn actions(ui: &mut Ui, row: &Row, parts: &Parts, lang: Lang, out: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        if parts.authorization.is_some() && ui.button(lang.text("errors.open_in_verify")).clicked()
        {
            out.push(Command::Verify(VerifyCommand::TakeParts(Box::new(
                parts.clone(),
            ))));
        } else if row.action == Some(Action::Verify)
            && ui.button(lang.text("errors.to_verify")).clicked()
        {
            out.push(Command::Show(Page::Verify));
        }

        if row.action == Some(Action::NewOrderNumber)
            && ui.button(lang.text("errors.new_order_number")).clicked()
        {
            out.push(Command::Show(Page::Compose));
            out.push(Command::NewOrderNumber);
            out.push(Command::Jump(FieldPath::Field(Place::of(
                Field::OutOrderNo,
            ))));
        }

        if row.action == Some(Action::Keys) && ui.button(lang.text("verify.to_keys")).clicked() {
            out.push(Command::Show(Page::Keys));
        }

        if row.action == Some(Action::Compose) {
            if let Some(data) = &parts.data
                && ui.button(lang.text("errors.open_in_compose")).clicked()
            {
                out.push(Command::Import(data.text.clone()));
            }
            if parts.data.is_none() && ui.button(lang.text("errors.to_compose")).clicked() {
                out.push(Command::Show(Page::Compose));
            }
        }
    });
}
