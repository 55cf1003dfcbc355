"""A term of the glossary: one thing under all the names that people use for it, in both languages."""

import re

from stories.model.record import Part, Record, Rows, Text, Words

_ACRONYM = re.compile(r"[A-Za-z]{2,5}")
_WITH_PARTICLE = re.compile(r"[가-힣](?:을|를|의|에서|으로)$")


class Term(Part):
    """One term; a story with a `related` term also helps to answer about this one."""

    id: Text
    field: Text = ""
    ko: Rows[Text] = []
    en: Rows[Text] = []
    related: Words = []

    def name(self, language: str) -> str:
        """Return the form to show in the language: an acronym as such, a Korean word without its particle."""
        if self.en and _ACRONYM.fullmatch(self.en[0]) and self.field in ("ml", "data", "software"):
            return self.en[0].upper()
        bare = [form for form in self.ko if not _WITH_PARTICLE.search(form)]
        first, second = (self.en, bare) if language == "en" else (bare, self.en)
        return (first or second or [self.id])[0]


class OwnTerms(Record):
    """The file of terms that a user added: words of one's own field, in one's own languages."""

    terms: Rows[Term] = []
