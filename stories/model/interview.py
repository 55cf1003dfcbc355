"""An interview that took place: what was asked, said and regretted, and what to do next."""

from stories.model.record import Date, Part, Record, Rows, Text, Words


class Asked(Part):
    """One question that was asked, what was said, and what to say next time."""

    question: Text = ""
    said: Text = ""
    regret: Text = ""
    next_time: Text = ""
    rating: Text = ""
    stories: Words = []
    concepts: Words = []


class Interview(Record):
    """One debrief."""

    date: Date = ""
    organisation: Text = ""
    application: Text = ""
    panel: Text = ""
    asked: Rows[Asked] = []
    notes: Text = ""
    next_action: Text = ""

    @property
    def name(self) -> str:
        """What people see: the organisation and the date, or the id where there is neither."""
        return " ".join(part for part in (self.organisation, self.date) if part) or self.id
