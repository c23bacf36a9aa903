//! The state of the search form as it stands in an address.

use std::fmt;

use crate::search::FacetName;
use crate::search::{SearchParameters, Sort};

/// The address of a search: what was typed, what was chosen, where one is.
///
/// Facets, chips and sort links are made by changing one thing of it, so that no link loses what the reader has chosen.
/// Every change goes back to the first page, because a cursor belongs to its query. Reading never fails: unknown names
/// are passed over, and whether values can be used is decided by [`SearchParameters::into_request`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SearchAddress {
    /// What was typed.
    pub(super) query: String,
    chosen: Vec<(FacetName, String)>,
    from: String,
    to: String,
    as_of: String,
    sort: String,
    limit: String,
    cursor: String,
}

impl SearchAddress {
    /// Makes the address of a query without filters.
    pub(super) fn of(query: impl Into<String>) -> Self {
        Self {
            query: query.into(),
            ..Self::default()
        }
    }

    /// Reads the part of an address behind the question mark.
    pub(super) fn read(text: &str) -> Self {
        let mut address = Self::default();
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            let place = match name.as_ref() {
                "q" => &mut address.query,
                "from" => &mut address.from,
                "to" => &mut address.to,
                "as_of" => &mut address.as_of,
                "sort" => &mut address.sort,
                "limit" => &mut address.limit,
                "cursor" => &mut address.cursor,
                other => {
                    let Some(facet) = facet_named(other) else {
                        continue;
                    };
                    for part in value
                        .split(',')
                        .map(str::trim)
                        .filter(|part| !part.is_empty())
                    {
                        address.choose(facet, part);
                    }
                    continue;
                }
            };
            value.trim().clone_into(place);
        }
        address
    }

    /// Returns the parameters as the search service checks them.
    ///
    /// A limit that is no number becomes none: nobody types it, and a page with the usual number of hits is an answer.
    pub(super) fn parameters(&self) -> SearchParameters {
        let all = |facet: FacetName| self.values(facet).map(str::to_owned).collect();
        let some = |text: &String| (!text.is_empty()).then(|| text.clone());
        SearchParameters {
            q: self.query.clone(),
            kind: all(FacetName::Kind),
            market: all(FacetName::Market),
            body: all(FacetName::Body),
            status: all(FacetName::Status),
            ics: all(FacetName::Ics),
            hs: all(FacetName::Hs),
            ccs: all(FacetName::Ccs),
            product: all(FacetName::Product),
            from: some(&self.from),
            to: some(&self.to),
            as_of: some(&self.as_of),
            sort: some(&self.sort),
            limit: self.limit.parse().ok(),
            cursor: some(&self.cursor),
            ..SearchParameters::default()
        }
    }

    /// Returns what is chosen, in the order of choosing.
    pub(super) fn chosen(&self) -> &[(FacetName, String)] {
        &self.chosen
    }

    /// Returns the chosen values of one facet.
    pub(super) fn values(&self, facet: FacetName) -> impl Iterator<Item = &str> {
        self.chosen
            .iter()
            .filter(move |(one, _)| *one == facet)
            .map(|(_, value)| value.as_str())
    }

    /// Tells whether a value is chosen.
    pub(super) fn has(&self, facet: FacetName, value: &str) -> bool {
        match facet {
            FacetName::Year => self.from == value && self.to == value,
            _ => self.values(facet).any(|one| one == value),
        }
    }

    /// Returns the days between which was published, as they were typed.
    pub(super) fn period(&self) -> (&str, &str) {
        (&self.from, &self.to)
    }

    /// Returns the day on which the status is asked for, as it was typed.
    pub(super) fn as_of(&self) -> &str {
        &self.as_of
    }

    /// Returns the word of the order, as it was typed.
    pub(super) fn sort(&self) -> &str {
        &self.sort
    }

    /// Tells whether anything narrows the search.
    pub(super) fn is_filtered(&self) -> bool {
        !(self.chosen.is_empty() && self.from.is_empty() && self.to.is_empty())
    }

    /// Tells whether nothing at all is asked.
    pub(super) fn is_empty(&self) -> bool {
        self.query.is_empty() && !self.is_filtered()
    }

    /// Tells whether this is a page after the first.
    pub(super) fn is_further(&self) -> bool {
        !self.cursor.is_empty()
    }

    /// Returns the address with a value chosen.
    #[must_use]
    pub(super) fn with(&self, facet: FacetName, value: &str) -> Self {
        let mut changed = self.first();
        changed.choose(facet, value);
        changed
    }

    /// Returns the address without a value.
    #[must_use]
    pub(super) fn without(&self, facet: FacetName, value: &str) -> Self {
        let mut changed = self.first();
        match facet {
            FacetName::Year => return changed.within("", ""),
            _ => changed
                .chosen
                .retain(|(one, other)| *one != facet || other != value),
        }
        changed
    }

    /// Returns the address without any filter.
    #[must_use]
    pub(super) fn unfiltered(&self) -> Self {
        Self {
            chosen: Vec::new(),
            ..self.first().within("", "")
        }
    }

    /// Returns the address with another period of publication.
    #[must_use]
    pub(super) fn within(&self, from: &str, to: &str) -> Self {
        Self {
            from: from.to_owned(),
            to: to.to_owned(),
            ..self.first()
        }
    }

    /// Returns the address for today instead of another day.
    #[must_use]
    pub(super) fn today(&self) -> Self {
        Self {
            as_of: String::new(),
            ..self.first()
        }
    }

    /// Returns the address with another query.
    #[must_use]
    pub(super) fn asking(&self, query: impl Into<String>) -> Self {
        Self {
            query: query.into(),
            ..self.first()
        }
    }

    /// Returns the address in another order.
    #[must_use]
    pub(super) fn sorted(&self, sort: Sort) -> Self {
        let sort = if sort == Sort::default() {
            String::new()
        } else {
            sort.code().to_owned()
        };
        Self {
            sort,
            ..self.first()
        }
    }

    /// Returns the address of the first page.
    #[must_use]
    pub(super) fn first(&self) -> Self {
        Self {
            cursor: String::new(),
            ..self.clone()
        }
    }

    /// Returns the address of the page that begins at a cursor.
    #[must_use]
    pub(super) fn at(&self, cursor: &str) -> Self {
        Self {
            cursor: cursor.to_owned(),
            ..self.clone()
        }
    }

    /// Returns names and values, the query first.
    pub(super) fn pairs(&self) -> Vec<(&'static str, &str)> {
        let mut pairs = vec![("q", self.query.as_str())];
        pairs.extend(self.kept());
        pairs.push(("cursor", &self.cursor));
        pairs.retain(|(_, value)| !value.is_empty());
        pairs
    }

    /// Returns what a form keeps beside the query: filters, day and order, but not the page.
    pub(super) fn kept(&self) -> Vec<(&'static str, &str)> {
        let mut pairs: Vec<_> = self
            .chosen
            .iter()
            .map(|(facet, value)| (facet.code(), value.as_str()))
            .collect();
        let others = [
            ("from", &self.from),
            ("to", &self.to),
            ("as_of", &self.as_of),
            ("sort", &self.sort),
            ("limit", &self.limit),
        ];
        pairs.extend(
            others
                .into_iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(name, value)| (name, value.as_str())),
        );
        pairs
    }

    fn choose(&mut self, facet: FacetName, value: &str) {
        match facet {
            FacetName::Year => (self.from, self.to) = (value.to_owned(), value.to_owned()),
            _ if self.has(facet, value) => {}
            _ => self.chosen.push((facet, value.to_owned())),
        }
    }
}

fn facet_named(name: &str) -> Option<FacetName> {
    FacetName::ALL
        .into_iter()
        .find(|facet| facet.code() == name)
}

impl fmt::Display for SearchAddress {
    /// Writes the part behind the question mark, names and values escaped.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = form_urlencoded::Serializer::new(String::new());
        formatter.write_str(&text.extend_pairs(self.pairs()).finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back_to_itself() {
        let address = SearchAddress::read(
            "q=%E8%BD%AE%E8%83%8E&market=EU,US&market=EU&from=2020&sort=newest&utm=x",
        );
        assert_eq!(address.query, "轮胎");
        assert_eq!(address.chosen().len(), 2);
        assert_eq!(SearchAddress::read(&address.to_string()), address);
    }

    #[test]
    fn every_change_goes_back_to_the_first_page() {
        let far = SearchAddress::read("q=a&market=EU&cursor=14.ab");
        assert!(far.is_further());
        for changed in [
            far.with(FacetName::Kind, "standard"),
            far.without(FacetName::Market, "EU"),
            far.unfiltered(),
            far.within("2020", ""),
            far.sorted(Sort::Newest),
            far.asking("b"),
            far.today(),
        ] {
            assert!(!changed.is_further(), "{changed}");
        }
        assert!(far.at("28.cd").is_further());
    }

    #[test]
    fn a_year_is_chosen_as_a_period_and_let_go_again() {
        let chosen = SearchAddress::of("a").with(FacetName::Year, "2020");
        assert!(chosen.has(FacetName::Year, "2020"));
        assert_eq!(chosen.to_string(), "q=a&from=2020&to=2020");
        assert_eq!(chosen.without(FacetName::Year, "2020").to_string(), "q=a");
    }
}
