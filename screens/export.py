"""Export: choose an application or none, see the prep sheet as it will be, and take it as Word or Markdown."""

from functools import partial

import streamlit as st

from exporters import DOCUMENTS, Document
from languages import Sentences
from screens.parts import session
from screens.parts.choosing import distinct
from screens.parts.inert import as_label
from screens.parts.paper import show_paper
from stories.files.library import Library
from stories.matching.index import LibraryIndex
from stories.matching.ranking import best_story, kind_of
from stories.upcoming import in_order

CHOSEN = "export_application"


def show() -> None:
    """Show the screen."""
    say, library = session.say(), session.library()
    st.title(say("export.title"))
    st.caption(say("export.about"))
    applications = {one.id: one for one in in_order(library.applications.values(), session.today())}
    options = [*applications, ""]
    if st.session_state.get(CHOSEN) not in options:  # its file may be gone by now
        st.session_state.pop(CHOSEN, None)
    chosen = st.selectbox(
        say("export.application"),
        options,
        format_func=distinct(
            options, lambda one: applications[one].name if one in applications else say("export.no_application"), str
        ),
        key=CHOSEN,
        persist_state="session",
    )
    index = session.index(library)
    application_id = chosen or None
    with st.container(horizontal=True):
        for place, document in enumerate(DOCUMENTS):
            st.download_button(
                say(f"export.download_{document.id}"),
                data=partial(_bytes, document, library, application_id, index, say),
                file_name=document.file_name(library, application_id, say),
                mime=document.mime,
                on_click="ignore",  # the page need not run again, and the next click is not lost meanwhile
                icon=":material/download:",
                type="primary" if place == 0 else "secondary",
                key=f"download_{document.id}",
            )
    broken = [problem for problem in library.problems if problem.severity == "error"]
    if broken:
        names = ", ".join(dict.fromkeys(problem.file for problem in broken))
        st.warning(say("export.left_out", files=as_label(names)), icon=":material/warning:")
    show_paper(say, library, application_id, index)


def _bytes(
    document: Document, library: Library, application_id: str | None, index: LibraryIndex, say: Sentences
) -> bytes:
    return document.build(
        library,
        application_id,
        best_story=partial(best_story, index=index),
        kind_of=partial(kind_of, index=index),
        today=session.today(),
        say=say,
    )


show()
