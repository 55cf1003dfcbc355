"""Examples for a question of the bank: other ways to ask it, and how stories that answer it speak."""

from stories.model.record import Part, Rows, Text


class InBoth(Part):
    """Texts in Korean and in English."""

    ko: Rows[Text] = []
    en: Rows[Text] = []

    @property
    def all(self) -> tuple[str, ...]:
        """Every text, Korean first."""
        return (*self.ko, *self.en)


class Examples(Part):
    """The examples for the question with this id."""

    id: Text
    asked: InBoth = InBoth()
    told: InBoth = InBoth()
