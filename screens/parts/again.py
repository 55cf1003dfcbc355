"""Draw a part of the page anew: alone where it can be, with the whole page where that runs."""

import streamlit as st
from streamlit.errors import StreamlitAPIException


def draw_again() -> None:
    """Run the fragment again that is running; call it in its body, not in a callback.

    A click that comes while the whole page runs, as after a restart of the server, is handled in that run, in which
    Streamlit refuses to run a fragment alone: then the whole page runs again.
    """
    try:
        st.rerun(scope="fragment")
    except StreamlitAPIException:
        st.rerun()
