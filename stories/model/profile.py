"""The profile: the head of documents, and the one-minute introduction."""

from stories.model.record import Record, Text, Words


class Profile(Record):
    """Who the library belongs to. Everything may be empty."""

    name: Text = ""
    headline: Text = ""
    email: Text = ""
    phone: Text = ""
    links: Words = []
    education: Text = ""
    introduction: Text = ""
