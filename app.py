"""The menu of screens, and the one place where an error becomes a sentence."""

import streamlit as st

from languages import LANGUAGES, sentences
from screens.parts import session
from screens.parts.errors import telling_errors
from screens.parts.look import style
from screens.parts.own_library import show_library_place, show_newer
from screens.serving import ask_nobody

# The screens in their order: the file in screens/, which is also the key of its title, and its icon.
SCREENS = (
    ("home", ":material/home:"),
    ("find", ":material/search:"),
    ("story", ":material/auto_stories:"),
    ("application", ":material/work:"),
    ("export", ":material/print:"),
    ("library", ":material/folder_open:"),
)


def main() -> None:
    """Show the menu and the chosen screen."""
    ask_nobody()
    # A material icon here would be asked of another machine by the browser.
    st.set_page_config(page_title="storybank", page_icon="📖", layout="wide")
    say = session.say()
    style()
    pages = [
        st.Page(f"screens/{name}.py", title=say(f"{name}.title"), icon=icon, default=name == "home")
        for name, icon in SCREENS
    ]
    page = st.navigation(pages)
    with st.sidebar:
        st.segmented_control(
            say("menu.language"),
            LANGUAGES,
            format_func=lambda language: sentences(language)("language"),
            key=session.LANGUAGE,
            required=True,
            label_visibility="collapsed",
            persist_state="session",
        )
        show_library_place(say)
    notice = st.container()
    with telling_errors(say):
        page.run()
    with notice:
        show_newer(say)


main()
