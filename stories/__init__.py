"""The domain: plain data and pure functions. No Streamlit, no Word, no sentence of the screen."""
