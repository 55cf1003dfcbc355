"""A concept: something technical that one must be able to explain, in one sentence and in 30 s, 1 min, 3 min."""

from stories.model.record import Record, Rows, Text, Words
from stories.model.story import FollowUp

EXPLANATIONS: tuple[str, ...] = ("first_sentence", "thirty_seconds", "one_minute", "three_minutes")


class Concept(Record):
    """One concept, with its explanations by length and the stories in which it was used."""

    title: Text = ""
    aliases: Words = []
    first_sentence: Text = ""
    thirty_seconds: Text = ""
    one_minute: Text = ""
    three_minutes: Text = ""
    skills: Words = []
    stories: Words = []
    follow_ups: Rows[FollowUp] = []

    @property
    def name(self) -> str:
        """What people see: the title, or the id where there is none."""
        return self.title or self.id
