"""One application: what it is about, its questions with their plan and how full they are, and more questions."""

import streamlit as st

from languages import Sentences
from screens.parts import session
from screens.parts.application_head import show_head
from screens.parts.application_list import badges
from screens.parts.application_slots import field_slot, question_slot
from screens.parts.delete_button import show_delete
from screens.parts.fill_bar import STYLE, usual_marks
from screens.parts.inert import as_html, as_label
from screens.parts.lost_texts import show_lost_texts
from screens.parts.new_questions import show_new_questions
from screens.parts.opening import APPLICATION, QUESTION
from screens.parts.own_library import show_start_buttons
from screens.parts.question_cards import show_questions
from screens.parts.watching import note_seen
from screens.parts.writing import unsaved, writing
from stories.files.library import Library
from stories.files.places import library_folder
from stories.matching.plan import Plan, plan
from stories.matching.spreading import MOST_USES
from stories.model.application import Application
from stories.standing import standings, usual


def show_application(say: Sentences, library: Library, application_id: str) -> None:
    """Show the application."""
    application = library.applications[application_id]
    note_seen(library, "applications", application_id)
    st.button(say("application.back"), type="tertiary", icon=":material/arrow_back:", on_click=_back)
    st.title(as_label(application.name))
    st.html(STYLE)
    if session.in_sample():
        with st.container(border=True):
            st.info(say("application.in_sample"), icon=":material/science:")
            show_start_buttons(say, library_folder(), "application")
    index = session.index(library)
    found = standings(application, session.kind_of(index))
    st.html(badges(say, application, session.today()) + usual_marks(say, usual(found)))
    show_lost_texts(say, library, application_id, _slots(library, application))
    show_head(say, library, application)
    st.subheader(say("application.questions"))
    if application.questions:
        made = plan(application, library, index)
        _reach(say, made)
        show_questions(say, library, made, found)
    show_new_questions(say, library, application, usual(found))
    show_delete(say, library, "applications", application_id, application.name, _back)


def _slots(library: Library, application: Application) -> set[str]:
    """Return the places of all texts of the application; one that waits to be saved is saved, now that it can be."""
    names = (name for name in Application.model_fields if name != "questions")
    numbers = range(1, len(application.questions) + 1)
    slots = [field_slot(application.id, name) for name in names] + [
        question_slot(application, number, name) for number in numbers for name in ("question", "limit", "draft")
    ]
    waiting = {slot for _, slot in unsaved(library)}
    for slot in slots:
        if slot.id in waiting:
            writing(library, slot)
    return {slot.id for slot in slots}


def _back() -> None:
    st.session_state[APPLICATION], st.session_state[QUESTION] = "", 0


def _reach(say: Sentences, made: Plan) -> None:
    """Say how far the stories reach, and which are used more than once."""
    wanted, answered = len(made.wanting), len(made.wanting) - len(made.gaps)
    lines = [say("plan.answered", wanted=wanted, answered=answered) if wanted else say("plan.nothing")]
    names = {one.story.id: one.story.name for planned in made.questions for one in planned.chosen}
    repeated = [names[story] for story, numbers in made.uses.items() if len(numbers) == MOST_USES]
    worn = [names[story] for story, numbers in made.uses.items() if len(numbers) > MOST_USES]
    lines += [say("plan.repeated", stories=" / ".join(repeated))] if repeated else []
    lines += [say("plan.worn", stories=" / ".join(worn))] if worn else []
    st.html("<br>".join(as_html(line) for line in lines))
