//! In: a document after each of its edits. Out: the documents before them, to go back and forth.

use std::collections::VecDeque;
use std::time::Duration;

use super::document::Document;
use crate::core::path::Place;
use crate::core::platform::Field;

/// Typing in one field is one step as long as no pause is longer.
const PAUSE: Duration = Duration::from_secs(1);

/// Steps that can be gone back at most.
const MOST_STEPS: usize = 200;

/// Bytes of `data` in all steps together at most, but for the last few.
const MOST_BYTES: usize = 32 << 20;
const FEW: usize = 3;

/// A document as it was, and how many bytes its `data` had.
#[derive(Clone, Debug)]
struct Step {
    document: Document,
    bytes: usize,
}

/// The way back and forth between the states of a document.
#[derive(Debug)]
pub struct Undo {
    past: VecDeque<Step>,
    present: Step,
    future: Vec<Step>,
    /// The field in which is being typed, and when that was last, by a clock that never goes back.
    typing: Option<(Place, Duration)>,
}

impl Undo {
    /// Begins with a document; `bytes` is the length of its `data`.
    pub fn new(document: &Document, bytes: usize) -> Self {
        Self {
            past: VecDeque::new(),
            present: Step {
                document: document.clone(),
                bytes,
            },
            future: Vec::new(),
            typing: None,
        }
    }

    /// Notes a document after an edit, which was at `place` where it was typing in a field; `at` is
    /// the time by a clock that never goes back.
    pub fn note(&mut self, document: &Document, bytes: usize, place: Option<Place>, at: Duration) {
        let goes_on = self
            .typing
            .zip(place)
            .is_some_and(|((typed, last), place)| {
                typed == place && at.saturating_sub(last) <= PAUSE && !is_list(place.field)
            });
        let after = Step {
            document: document.clone(),
            bytes,
        };
        let before = std::mem::replace(&mut self.present, after);
        if !goes_on {
            self.past.push_back(before);
            self.forget_the_oldest();
        }
        self.future.clear();
        self.typing = place.map(|place| (place, at));
    }

    /// The document before the last edit, which is the present one then.
    pub fn undo(&mut self) -> Option<&Document> {
        let before = self.past.pop_back()?;
        self.typing = None;
        let after = std::mem::replace(&mut self.present, before);
        self.future.push(after);
        Some(&self.present.document)
    }

    /// The document after the edit that was taken back last.
    pub fn redo(&mut self) -> Option<&Document> {
        let after = self.future.pop()?;
        self.typing = None;
        let before = std::mem::replace(&mut self.present, after);
        self.past.push_back(before);
        Some(&self.present.document)
    }

    /// Whether there is a step back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step forth.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    fn forget_the_oldest(&mut self) {
        let mut bytes: usize = self.past.iter().map(|step| step.bytes).sum();
        while self.past.len() > MOST_STEPS || bytes > MOST_BYTES && self.past.len() > FEW {
            let oldest = self.past.pop_front();
            bytes -= oldest.map_or(0, |step| step.bytes);
        }
    }
}

/// Whether an edit there adds, moves or takes out something, which is a step of its own.
fn is_list(field: Field) -> bool {
    matches!(
        field,
        Field::SkuList | Field::ImageList | Field::LimitPayWayList
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::order::example;

    const SECOND: Duration = Duration::from_secs(1);

    fn edit(document: &mut Document, place: Place, text: &str) {
        let form = document.form_mut();
        match place.field {
            Field::Title => text.clone_into(&mut form.skus[0].title),
            Field::SkuList => form.skus.push(form.skus[0].clone()),
            _ => text.clone_into(&mut form.out_order_no),
        }
        document.edited(&[place]);
    }

    #[test]
    fn typing_is_taken_back_in_one_step_and_lists_in_single_ones() {
        let mut document = Document::new(example::form());
        let mut undo = Undo::new(&document, 0);
        let title = Place::of(Field::Title);
        let list = Place::of(Field::SkuList);
        let number = Place::of(Field::OutOrderNo);

        let edits = [
            (title, "a", 1),
            (title, "ab", 2),
            (title, "abc", 9),
            (list, "", 9),
            (list, "", 9),
            (number, "n", 9),
        ];
        for (place, text, second) in edits {
            edit(&mut document, place, text);
            undo.note(&document, 0, Some(place), SECOND * second);
        }

        let mut states = Vec::new();
        while let Some(before) = undo.undo() {
            let form = before.form();
            states.push((form.skus.len(), form.skus[0].title.clone()));
        }
        let expected = [(3, "abc"), (2, "abc"), (1, "abc"), (1, "ab"), (1, "test")];
        assert_eq!(
            states,
            expected.map(|(count, title)| (count, title.to_owned()))
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn undo_then_redo_is_identity(
            edits in prop::collection::vec((0..3usize, "[a-z]{0,3}", 0..3u32), 1..20),
            back in 0..25usize,
        ) {
            let places = [Field::Title, Field::SkuList, Field::OutOrderNo].map(Place::of);
            let mut document = Document::new(example::form());
            let mut undo = Undo::new(&document, 0);
            let mut states = vec![document.draft().data];
            let mut at = Duration::ZERO;
            for (place, text, pause) in edits {
                edit(&mut document, places[place], &text);
                at += SECOND * pause;
                let steps = undo.past.len();
                undo.note(&document, 0, Some(places[place]), at);
                states.truncate(undo.past.len().max(1));
                prop_assert!(undo.past.len() - steps <= 1);
                states.push(document.draft().data);
            }

            let data = |document: &Document| document.draft().data;
            let gone = (0..back).map_while(|_| undo.undo().map(data)).collect::<Vec<_>>();
            for (place, before) in gone.iter().enumerate() {
                prop_assert_eq!(before, &states[states.len() - 2 - place]);
            }
            let mut last = None;
            while let Some(after) = undo.redo() {
                last = Some(data(after));
            }
            prop_assert_eq!(last.unwrap_or_else(|| document.draft().data), document.draft().data);
        }
    }

    #[test]
    fn large_documents_are_forgotten_earlier() {
        let document = Document::new(example::form());
        let mut undo = Undo::new(&document, 16 << 20);
        for _ in 0..10 {
            undo.note(&document, 16 << 20, None, SECOND);
        }
        assert_eq!(undo.past.len(), FEW);

        let mut undo = Undo::new(&document, 10);
        for _ in 0..1000 {
            undo.note(&document, 10, None, SECOND);
        }
        assert_eq!(undo.past.len(), MOST_STEPS);
    }
}
