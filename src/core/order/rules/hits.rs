//! In: the places at which a rule strikes. Out: the first of each kind, and how many more there
//! are.

use std::collections::HashMap;
use std::fmt::Display;

use crate::core::path::{At, FieldPath};

/// Places of one pattern that are told one by one; those that follow are counted.
const TOLD: usize = 20;

/// Patterns that are told apart; unknown members may have any number of names.
const PATTERNS: usize = 40;

/// One place at which a rule strikes.
pub struct Hit {
    args: Vec<(&'static str, String)>,
}

/// A place that is told.
pub struct Told {
    /// The field's path.
    pub path: FieldPath,
    /// Values for the rule's sentence.
    pub args: Vec<(&'static str, String)>,
    /// How many places this one stands for beside those that are told before it; 0 where it stands
    /// for itself.
    pub more: usize,
}

/// The places at which a rule strikes.
#[derive(Default)]
pub struct Hits {
    told: Vec<Told>,
    counts: HashMap<String, (usize, Option<FieldPath>)>,
}

impl Hit {
    /// Strikes, with nothing to say but that.
    pub fn new() -> Self {
        Self { args: Vec::new() }
    }

    /// The same with one more value for the sentence.
    pub fn with(mut self, name: &'static str, value: impl Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

impl Hits {
    /// Takes in what was found at a place; it is put into words only where it is told.
    pub fn push(&mut self, at: &At<'_>, hit: Hit) {
        self.count(at.pattern(), hit, || FieldPath::from(at));
    }

    /// Takes in what was found at a path.
    pub fn push_path(&mut self, path: &FieldPath, hit: Hit) {
        let pattern = match path {
            FieldPath::Field(place) => place.field.pattern().to_owned(),
            FieldPath::Other(path) => path.clone(),
        };
        self.count(pattern, hit, || path.clone());
    }

    fn count(&mut self, mut pattern: String, hit: Hit, path: impl FnOnce() -> FieldPath) {
        if self.counts.len() >= PATTERNS && !self.counts.contains_key(&pattern) {
            pattern.clear();
        }

        let (count, last) = self.counts.entry(pattern).or_default();
        *count += 1;
        if *count <= TOLD {
            self.told.push(Told {
                path: path(),
                args: hit.args,
                more: 0,
            });
        } else if last.is_none() {
            *last = Some(path());
        }
    }

    /// Those that are told, and one more for each kind of which some are not.
    pub fn told(self) -> Vec<Told> {
        let mut told = self.told;
        let mut rest: Vec<(FieldPath, usize)> = self
            .counts
            .into_values()
            .filter_map(|(count, first)| Some((first?, count - TOLD)))
            .collect();
        rest.sort();
        told.extend(rest.into_iter().map(|(path, more)| Told {
            path,
            args: Vec::new(),
            more,
        }));

        told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_of_a_kind_are_folded() {
        let list = At::Member(&At::Root, "skuList");
        let mut hits = Hits::default();
        for index in 0..5000 {
            let item = At::Item(&list, index);
            hits.push(&At::Member(&item, "price"), Hit::new().with("value", index));
            hits.push(&At::Member(&item, &format!("unknown{index}")), Hit::new());
        }

        let told = hits.told();
        assert!(told.len() < 200, "{}", told.len());
        let price = told
            .iter()
            .filter(|told| told.path.to_string().contains("].price"))
            .collect::<Vec<_>>();
        assert_eq!(
            (price.len(), price[20].more, &*price[20].path.to_string()),
            (21, 4980, "skuList[20].price")
        );
        let all: usize = told.iter().map(|told| told.more.max(1)).sum();

        assert_eq!(all, 10_000);
    }
}
