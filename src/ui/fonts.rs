//! In: egui's context. Out: the same with glyphs for Chinese in both families, from the font that
//! is built in.

use std::sync::Arc;

use eframe::egui::{self, FontData, FontFamily};
use egui::epaint::text::{FontInsert, FontPriority, InsertFontFamily};
use egui_system_font_provider::SystemFontProvider;

const NOTO_SANS_SC: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Regular-GB2312.otf");

/// Installs the fonts. It must run before the first text is laid out.
pub fn install(ctx: &egui::Context) {
    ctx.add_font(FontInsert {
        name: "NotoSansSC".to_owned(),
        data: FontData::from_static(NOTO_SANS_SC),
        families: vec![
            // First for running text, so that Latin and Chinese have one weight and one baseline.
            InsertFontFamily {
                family: FontFamily::Proportional,
                priority: FontPriority::Highest,
            },
            InsertFontFamily {
                family: FontFamily::Monospace,
                priority: FontPriority::Lowest,
            },
        ],
    });
    // Characters beyond GB 2312 come from the system, in mainland-Chinese shapes whatever the
    // system's language.
    ctx.add_font_provider(Arc::new(
        SystemFontProvider::new().with_locale(Some("zh-Hans")),
    ));
}
