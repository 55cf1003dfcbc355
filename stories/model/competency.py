"""A competency: what a question tests and a story shows, with the words that point to it."""

from typing import Annotated

from stories.model.record import EmptyIs, Part, Record, Rows, Text


class WordsByLanguage(Part):
    """Words in both languages; Korean ones are stems, English ones whole words or prefixes with `*`."""

    ko: Rows[Text] = []
    en: Rows[Text] = []


class About(Part):
    """One line on the competency in each language."""

    ko: Text = ""
    en: Text = ""


class Competency(Part):
    """One competency: `words` point to it, `weak` ones only hint."""

    id: Text
    ko: Text = ""
    en: Text = ""
    about: Annotated[About, EmptyIs(About())] = About()
    words: Annotated[WordsByLanguage, EmptyIs(WordsByLanguage())] = WordsByLanguage()
    weak: Annotated[WordsByLanguage, EmptyIs(WordsByLanguage())] = WordsByLanguage()

    def name(self, language: str) -> str:
        """Return its name in the language, or in the other, or its id."""
        return (self.en or self.ko if language == "en" else self.ko or self.en) or self.id


class OwnCompetencies(Record):
    """The file of competencies that a user added."""

    competencies: Rows[Competency] = []
