"""An example of a form: the questions that one kind of employer asks, with their limits."""

from typing import Annotated

from stories.model.application import CountingRule
from stories.model.record import EmptyIs, Part, Rows, Text


class FormItem(Part):
    """One question of a form, in both languages."""

    ko: Text = ""
    en: Text = ""
    limit: Text = ""
    counts: Annotated[CountingRule, EmptyIs("characters")] = "characters"

    def question(self, language: str) -> str:
        """Return the question in the language ('ko' or 'en')."""
        return self.en if language == "en" else self.ko


class Form(Part):
    """One example; every employer changes its form, so that it is no more than a beginning."""

    id: Text
    ko: Text = ""
    en: Text = ""
    items: Rows[FormItem] = []

    def name(self, language: str) -> str:
        """Return the name in the language ('ko' or 'en')."""
        return self.en if language == "en" else self.ko
