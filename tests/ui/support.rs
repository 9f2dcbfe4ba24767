//! In: a language. Out: the window in a harness, with fixed time, nonce and key, and the steps of a
//! story.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Event, Id, OutputCommand, Rect, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rsa::pkcs8::DecodePublicKey as _;
use sha2::{Digest as _, Sha256};
use tt_order_builder::core::key::PrivateKey;
use tt_order_builder::core::signing::{Export, Nonce, SignedOrder};
use tt_order_builder::core::time::Timestamp;
use tt_order_builder::store::SettingsFile;
use tt_order_builder::texts::Lang;
use tt_order_builder::ui::App;
use tt_order_builder::ui::dialogs::{Ask, Choice, Chosen, Dialogs};
use tt_order_builder::ui::surroundings::{DemoKey, Surroundings};

use crate::raster::Raster;

/// The time at which the window opens.
pub const OPENED: u64 = 1_760_000_000;

/// A window under test.
pub struct Window {
    /// The harness, for what the steps below do not cover.
    pub harness: Harness<'static, App>,
    clock: Rc<Cell<u64>>,
    passed: Rc<Cell<u64>>,
    nonce: Rc<Cell<u8>>,
    chosen: Rc<RefCell<Choice>>,
    fails: Rc<Cell<bool>>,
    lang: Lang,
}

/// Dialogs in which the same file is chosen each time.
struct Chooser(Rc<RefCell<Choice>>);

impl Dialogs for Chooser {
    fn open(&self, _: Ask) -> Chosen {
        let choice = self.0.borrow().clone();
        Box::pin(async { choice })
    }

    fn save(&self, ask: Ask) -> Chosen {
        assert!(!ask.title.is_empty() && !ask.file_name.is_empty());
        self.open(ask)
    }
}

/// A key of `tests/data/keys`.
pub fn key_file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/keys")
        .join(name)
}

/// Checks that a key of `tests/data/keys` signed this order, and that what was signed is its
/// `data`.
pub fn verify(signed: &SignedOrder, key: &str) {
    let key = PrivateKey::from_file(&std::fs::read(key_file(key)).unwrap()).unwrap();
    let public = rsa::PublicKey::from_public_key_pem(&key.public().spki_pem()).unwrap();
    let (_, base64) = signed
        .byte_authorization()
        .rsplit_once("signature=")
        .unwrap();
    let signature = STANDARD.decode(base64).unwrap();
    let digest = Sha256::digest(signed.string_to_sign().as_bytes());

    public
        .verify(rsa::Pkcs1v15Sign::new::<Sha256>(), &digest, &signature)
        .unwrap();
    assert!(
        signed
            .string_to_sign()
            .ends_with(&format!("\n{}\n", signed.data()))
    );
}

impl Window {
    /// Opens the window in a language.
    pub fn open(lang: Lang) -> Self {
        Self::open_with(lang, None, Vec2::new(1180.0, 760.0))
    }

    /// Opens the window with a settings file and a size in points.
    pub fn open_with(lang: Lang, settings_file: Option<PathBuf>, size: Vec2) -> Self {
        Self::open_over(lang, settings_file, None, size)
    }

    /// Opens the window with a folder in which open documents are kept.
    pub fn open_keeping(lang: Lang, folder: PathBuf) -> Self {
        Self::open_over(lang, None, Some(folder), Vec2::new(1180.0, 760.0))
    }

    fn open_over(
        lang: Lang,
        settings_file: Option<PathBuf>,
        session_folder: Option<PathBuf>,
        size: Vec2,
    ) -> Self {
        let clock = Rc::new(Cell::new(OPENED));
        let now = Rc::clone(&clock);
        let passed = Rc::new(Cell::new(0));
        let passed_since = Rc::clone(&passed);
        let nonce = Rc::new(Cell::new(0));
        let own = Rc::clone(&nonce);
        let chosen = Rc::new(RefCell::new(Choice::Nothing));
        let fails = Rc::new(Cell::new(false));
        let does_fail = Rc::clone(&fails);
        let demo_key = DemoKey::Made(Arc::new(
            PrivateKey::from_file(&std::fs::read(key_file("other.pkcs8.pem")).unwrap()).unwrap(),
        ));
        let surroundings = Surroundings {
            now: Box::new(move || Timestamp(now.get())),
            uptime: Box::new(move || Duration::from_secs(passed_since.get())),
            nonce: Box::new(move || {
                assert!(!does_fail.get(), "on purpose");
                Nonce::new(format!(
                    "0123456789a{:x}cdef0123456789abcdef",
                    11 + own.get()
                ))
                .unwrap()
            }),
            reads_back: session_folder.is_some(),
            dialogs: Box::new(Chooser(Rc::clone(&chosen))),
            history_file: session_folder
                .as_ref()
                .map(|folder| folder.join("history.db")),
            template_folder: session_folder
                .as_ref()
                .map(|folder| folder.join("templates")),
            session_folder,
            settings_file: settings_file.map(SettingsFile::new),
        };

        let harness = Harness::builder()
            .with_size(size)
            .renderer(Raster::default())
            .build_eframe(move |creation| {
                let ctx = &creation.egui_ctx;
                App::new(ctx, surroundings, demo_key, Some(lang))
            });
        let mut window = Self {
            harness,
            clock,
            passed,
            nonce,
            chosen,
            fails,
            lang,
        };
        window.step();

        window
    }

    /// Lets what was done take effect, until it is signed and drawn.
    pub fn step(&mut self) {
        self.harness.run_steps(2);
        self.harness.state_mut().settle();
        self.harness.run_steps(2);
        // What those began has ended too: a window that is closed next leaves nothing half done.
        self.harness.state_mut().settle();
    }

    /// Decides what is chosen in every file dialog from now on.
    pub fn choose(&mut self, path: Option<PathBuf>) {
        *self.chosen.borrow_mut() = path.map_or(Choice::Nothing, Choice::Path);
    }

    /// Takes the system's file dialogs away.
    pub fn without_dialogs(&mut self) {
        *self.chosen.borrow_mut() = Choice::NoDialog;
    }

    /// Lets every new signature panic, or none.
    pub fn let_signing_panic(&mut self, panics: bool) {
        self.fails.set(panics);
    }

    /// Waits until the window shows a text that a thread of it brings.
    pub fn await_text(&mut self, part: &str) {
        for _ in 0..10_000 {
            if self.shows(part) {
                return;
            }
            std::thread::yield_now();
            self.harness.step();
        }
        panic!("{part} never came");
    }

    /// Lets time pass.
    pub fn pass(&mut self, seconds: u64) {
        self.clock.set(self.clock.get() + seconds);
        self.passed.set(self.passed.get() + seconds);
        self.step();
    }

    /// Gives this window another randomness than others have.
    pub fn differ(&mut self) {
        self.nonce.set(1);
    }

    /// Says of which mini-program the profile is that is shown.
    pub fn say_mini_program(&mut self) {
        let name = format!("{}  appid", self.text("keys.app_id"));
        self.retype(&name, "tt0123456789abcdef");
        let name = format!("{}  key_version", self.text("keys.key_version"));
        self.retype(&name, "1");
    }

    /// Sets the clock, without time passing.
    pub fn set_clock(&mut self, now: u64) {
        self.clock.set(now);
    }

    /// A text of the window, for looking things up by what the user sees.
    pub fn text(&self, key: &str) -> String {
        self.lang.text(key).into_owned()
    }

    /// Clicks the button of this name.
    pub fn click(&mut self, label: &str) {
        self.press(label);
        self.step();
    }

    /// Presses the button of this name, brought into sight; the next frame carries it out.
    fn press(&mut self, label: &str) {
        self.harness
            .get_by_role_and_label(Role::Button, label)
            .scroll_to_me();
        self.step();
        self.dismiss_remarks(label);
        self.harness
            .get_by_role_and_label(Role::Button, label)
            .click();
    }

    /// Takes remarks away that lie over a button.
    fn dismiss_remarks(&mut self, label: &str) {
        let dismiss = Lang::ALL.map(|lang| lang.text("notice.dismiss").into_owned());
        let toasts = |window: &Self| {
            let memory = |memory: &egui::Memory| memory.area_rect(Id::unique("toasts"));
            window.harness.ctx.memory(memory)
        };
        let in_menu = egui::Popup::is_any_open(&self.harness.ctx);
        if in_menu || dismiss.iter().any(|name| name == label) || label.starts_with("Undo: ") {
            return;
        }
        // More are never shown.
        for _ in 0..3 {
            let button = self
                .harness
                .get_by_role_and_label(Role::Button, label)
                .rect();
            let covers = toasts(self).filter(|area: &Rect| area.intersects(button));
            let all = self.harness.query_all_by_role(Role::Button);
            let mut named = all.filter(|node| {
                let name = node.accesskit_node().label();
                name.is_some_and(|name| dismiss.contains(&name))
            });
            let Some(first) = named.next().filter(|_| covers.is_some()) else {
                break;
            };
            first.click();
            drop(named);
            self.step();
        }
    }

    /// Chooses a language or a theme in the menu of the settings.
    pub fn set(&mut self, name: &str) {
        let names = Lang::ALL.map(|lang| lang.text("menu.settings").into_owned());
        let menu = names.into_iter().find(|name| self.shows(name)).unwrap();
        self.click(&menu);
        self.click(name);
    }

    /// Opens the fields that may be left out.
    pub fn unfold(&mut self) {
        let name = self.text("group.options");
        let mut headings = self.harness.query_all_by_label_contains(&name);
        headings.next().unwrap().scroll_to_me();
        drop(headings);
        self.step();
        let mut headings = self.harness.query_all_by_label_contains(&name);
        headings.next().unwrap().click();
        drop(headings);
        self.step();
    }

    /// Chooses an entry of a menu.
    pub fn choose_in(&mut self, menu: &str, entry: &str) {
        let (menu, entry) = (self.text(menu), self.text(entry));
        self.click(&menu);
        let nodes = self.harness.query_all_by_role(Role::Button);
        let named = nodes.filter_map(|node| node.accesskit_node().label());
        let entry = named
            .filter(|name| {
                let rest = name.strip_prefix(&entry).map(str::trim_start);
                rest.is_some_and(|rest| rest.is_empty() || rest.contains('+'))
            })
            // Buttons elsewhere may have the same name; entries have their shortcut behind it.
            .max_by_key(String::len)
            .unwrap_or_else(|| panic!("no {entry} in {menu}"));
        self.click(&entry);
    }

    /// Presses a copy button; what then lies in the clipboard.
    pub fn copied_by(&mut self, label: &str) -> String {
        self.press(label);
        self.harness.step();
        let commands = &self.harness.output().platform_output.commands;
        let copied = commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });

        copied.unwrap_or_else(|| panic!("{label} copied nothing"))
    }

    /// Replaces what stands in a field by typing.
    pub fn retype(&mut self, label: &str, text: &str) {
        let field = self.harness.get_by_role_and_label(Role::TextInput, label);
        field.scroll_to_me();
        field.focus();
        self.harness.step();
        let select_all = eframe::egui::Modifiers::COMMAND;

        self.harness
            .key_press_modifiers(select_all, eframe::egui::Key::A);
        self.harness.step();
        self.harness.key_press(eframe::egui::Key::Backspace);
        self.harness.step();
        self.harness
            .get_by_role_and_label(Role::TextInput, label)
            .type_text(text);
        self.step();
    }

    /// Replaces what stands in a field in a window that may not get to sign it.
    pub fn retype_unsigned(&mut self, label: &str, text: &str) {
        let field = self.harness.get_by_role_and_label(Role::TextInput, label);
        field.focus();
        self.harness.step();
        self.harness
            .key_press_modifiers(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::A);
        self.harness.step();
        self.harness
            .get_by_role_and_label(Role::TextInput, label)
            .type_text(text);
        self.harness.run_steps(4);
    }

    /// The label of a field in words and as the platform spells it.
    pub fn label(&self, field: &str) -> String {
        let key = field.replace('.', "_");
        let spelled = field.strip_prefix("skuList.").unwrap_or(field);
        let name = self.text(&format!("field.{key}"));
        let beginning = format!("{name} {spelled}");
        let nodes = self.harness.query_all_by_label_contains(&beginning);
        let labels = nodes.filter_map(|node| node.accesskit_node().label());

        labels
            .min_by_key(String::len)
            .unwrap_or_else(|| panic!("no field {field}"))
    }

    /// What stands in a field.
    pub fn typed(&self, label: &str) -> String {
        self.harness
            .get_by_role_and_label(Role::TextInput, label)
            .value()
            .unwrap_or_default()
    }

    /// What a view of bytes shows.
    pub fn viewed(&self, name: &str) -> String {
        self.harness
            .get_by_role_and_label(Role::MultilineTextInput, name)
            .value()
            .unwrap_or_default()
    }

    /// Pastes a text, as the system does after Ctrl+V or a request of the window.
    pub fn paste(&mut self, text: &str) {
        self.harness.event(Event::Paste(text.to_owned()));
        self.step();
    }

    /// Whether a text stands anywhere in the window.
    pub fn shows(&self, part: &str) -> bool {
        self.harness
            .query_all_by_label_contains(part)
            .next()
            .is_some()
    }

    /// A text of the signed order.
    pub fn export(&self, export: Export) -> String {
        export.of(&self.signed()).into_owned()
    }

    /// The signed order on the screen.
    pub fn signed(&self) -> Arc<SignedOrder> {
        Arc::clone(self.signature().unwrap())
    }

    /// Whether there is no signed order on the screen.
    pub fn is_unsigned(&self) -> bool {
        self.signature().is_none()
    }

    fn signature(&self) -> Option<&Arc<SignedOrder>> {
        let tab = self.harness.state().state().tab();
        tab.signature.signed.as_ref()
    }
}
