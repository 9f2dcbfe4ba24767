//! In: egui's context, a severity. Out: the look of both themes. The only place with raw colours.

#![expect(clippy::unreadable_literal, reason = "colours are read as rrggbb")]

use eframe::egui::{
    self, Color32, CornerRadius, FontFamily, FontId, Margin, Stroke, TextStyle, Theme,
    ThemePreference, Vec2, Visuals,
};

use crate::core::finding::Severity;
use crate::store::ThemeChoice;

/// Points between things that belong together; all distances are multiples of 4.
pub const GAP: f32 = 8.0;

/// Colours with a meaning; the rest are egui's visuals.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// What can be acted on, and the page that is open.
    pub accent: Color32,
    /// Text on `accent`.
    pub on_accent: Color32,
    /// Behind the open page and chosen things.
    pub accent_soft: Color32,
    /// It is as it should be.
    pub good: Color32,
    /// The platform refuses it.
    pub error: Color32,
    /// Suspicious.
    pub warning: Color32,
    /// Behind a warning.
    pub warning_soft: Color32,
    /// Second in rank: units, ages, explanations.
    pub weak: Color32,
    /// Behind cards.
    pub card: Color32,
    /// Lines between things.
    pub line: Color32,
}

const LIGHT: Palette = Palette {
    accent: rgb(0x245fd6),
    on_accent: rgb(0xffffff),
    accent_soft: rgb(0xe3ecfd),
    good: rgb(0x187536),
    error: rgb(0xb42318),
    warning: rgb(0x8a5a00),
    warning_soft: rgb(0xfff4d6),
    weak: rgb(0x5d6673),
    card: rgb(0xffffff),
    line: rgb(0xd9dde3),
};

const DARK: Palette = Palette {
    accent: rgb(0x6ca0ff),
    on_accent: rgb(0x0d1626),
    accent_soft: rgb(0x223455),
    good: rgb(0x56d364),
    error: rgb(0xff8a80),
    warning: rgb(0xe8bd57),
    warning_soft: rgb(0x3d3215),
    weak: rgb(0x9ca5b3),
    card: rgb(0x21252b),
    line: rgb(0x363c45),
};

impl Palette {
    /// The palette of the theme that is shown.
    pub fn of(ctx: &egui::Context) -> Self {
        if ctx.theme() == Theme::Dark {
            DARK
        } else {
            LIGHT
        }
    }

    /// The colour of a severity.
    pub fn severity(&self, severity: Severity) -> Color32 {
        match severity {
            Severity::Error => self.error,
            Severity::Warning => self.warning,
            Severity::Hint => self.weak,
        }
    }
}

/// The sign before a finding, so that no meaning rests on colour alone.
pub fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "×",
        Severity::Warning => "⚠",
        Severity::Hint => "※",
    }
}

/// How many colours keys can wear.
pub const KEY_COLOURS: u8 = 6;

/// The colour by which a key is told from others.
pub fn key_colour(ctx: &egui::Context, place: u8) -> Color32 {
    const LIGHT: [u32; 6] = [0x7b8494, 0x245fd6, 0x1a7f37, 0xc2410c, 0xb42318, 0x7c3aed];
    const DARK: [u32; 6] = [0x9ca5b3, 0x6ca0ff, 0x56d364, 0xf0883e, 0xff8a80, 0xb794f6];
    let colours = if ctx.theme() == Theme::Dark {
        DARK
    } else {
        LIGHT
    };

    rgb(colours[usize::from(place % KEY_COLOURS)])
}

/// Sets sizes, distances and colours of both themes.
pub fn install(ctx: &egui::Context) {
    // Where the system does not say which theme it wears.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    for (theme, palette) in [(Theme::Light, LIGHT), (Theme::Dark, DARK)] {
        ctx.style_mut_of(theme, |style| {
            style.text_styles = [
                (
                    TextStyle::Small,
                    FontId::new(12.0, FontFamily::Proportional),
                ),
                (TextStyle::Body, FontId::new(13.5, FontFamily::Proportional)),
                (
                    TextStyle::Button,
                    FontId::new(13.5, FontFamily::Proportional),
                ),
                (
                    TextStyle::Heading,
                    FontId::new(17.0, FontFamily::Proportional),
                ),
                (
                    TextStyle::Monospace,
                    FontId::new(13.0, FontFamily::Monospace),
                ),
            ]
            .into();
            style.spacing.item_spacing = Vec2::splat(GAP);
            style.spacing.button_padding = Vec2::new(12.0, 4.0);
            style.spacing.interact_size = Vec2::new(40.0, 28.0);
            style.spacing.menu_margin = Margin::same(8);
            style.spacing.tooltip_width = 420.0;
            style.interaction.tooltip_delay = 0.3;
            style.visuals = visuals(theme, &palette);
        });
    }
}

/// Shows the chosen theme.
pub fn apply(ctx: &egui::Context, choice: ThemeChoice) {
    ctx.set_theme(match choice {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    });
}

fn visuals(theme: Theme, palette: &Palette) -> Visuals {
    let mut visuals = theme.default_visuals();
    let dark = theme == Theme::Dark;
    let (ground, field, text) = if dark {
        (rgb(0x191c21), rgb(0x14161a), rgb(0xe4e7ec))
    } else {
        (rgb(0xf4f6f8), rgb(0xffffff), rgb(0x1d232b))
    };

    visuals.panel_fill = ground;
    visuals.window_fill = palette.card;
    visuals.window_stroke = Stroke::new(1.0, palette.line);
    visuals.extreme_bg_color = field;
    visuals.text_edit_bg_color = Some(field);
    visuals.faint_bg_color = if dark { rgb(0x20242a) } else { rgb(0xeceff3) };
    visuals.code_bg_color = visuals.faint_bg_color;
    visuals.hyperlink_color = palette.accent;
    visuals.error_fg_color = palette.error;
    visuals.warn_fg_color = palette.warning;
    visuals.weak_text_color = Some(palette.weak);
    visuals.selection.bg_fill = if dark { rgb(0x2c4a80) } else { rgb(0xbfd6ff) };
    let chosen = rgb(if dark { 0xffffff } else { 0x1b4cb0 });
    visuals.selection.stroke = Stroke::new(1.0, chosen);
    // A cursor that blinks is a frame twice a second.
    visuals.text_cursor.blink = false;
    visuals.collapsing_header_frame = false;
    visuals.indent_has_left_vline = false;

    let buttons = if dark {
        [rgb(0x2a2f37), rgb(0x353c47), rgb(0x404957)]
    } else {
        [rgb(0xffffff), rgb(0xeef2f7), rgb(0xe1e7ef)]
    };

    let widgets = &mut visuals.widgets;
    let states = [
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
    ];
    for (state, fill) in states.into_iter().zip(buttons) {
        state.weak_bg_fill = fill;
        state.bg_fill = fill;
        state.bg_stroke = Stroke::new(1.0, palette.line);
        state.fg_stroke.color = text;
        state.expansion = 0.0;
    }

    widgets.hovered.bg_stroke.color = palette.weak;
    widgets.active.bg_stroke.color = palette.accent;
    widgets.open = widgets.active;
    widgets.noninteractive.bg_stroke = Stroke::new(1.0, palette.line);
    widgets.noninteractive.fg_stroke.color = text;

    for state in [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
    ] {
        state.corner_radius = CornerRadius::same(6);
    }

    widgets.active.corner_radius = CornerRadius::same(6);
    widgets.open.corner_radius = CornerRadius::same(6);
    visuals
}

/// A colour from `0xrrggbb`.
const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place for raw colours"
    )]
    Color32::from_rgb(red, green, blue)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance (WCAG 2.2).
    fn luminance(colour: Color32) -> f32 {
        let linear = |part: u8| {
            let part = f32::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
    }

    fn contrast(one: Color32, other: Color32) -> f32 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_text_is_readable_on_every_ground() {
        for (theme, palette) in [(Theme::Light, LIGHT), (Theme::Dark, DARK)] {
            let visuals = visuals(theme, &palette);
            let text = visuals.widgets.noninteractive.fg_stroke.color;
            let grounds = [
                palette.card,
                visuals.panel_fill,
                visuals.extreme_bg_color,
                visuals.faint_bg_color,
            ];
            let texts = [
                text,
                palette.weak,
                palette.error,
                palette.warning,
                palette.good,
                palette.accent,
            ];
            for (ground, text) in grounds
                .iter()
                .flat_map(|g| texts.iter().map(move |t| (g, t)))
            {
                let found = contrast(*ground, *text);
                assert!(
                    found >= 4.5,
                    "{theme:?}: {text:?} on {ground:?} is {found:.2}"
                );
            }

            for (ground, text) in [
                (palette.accent, palette.on_accent),
                (palette.accent_soft, palette.accent),
                (palette.warning_soft, palette.warning),
                (visuals.selection.bg_fill, visuals.selection.stroke.color),
            ] {
                let found = contrast(ground, text);
                assert!(
                    found >= 4.5,
                    "{theme:?}: {text:?} on {ground:?} is {found:.2}"
                );
            }
        }
    }
}
