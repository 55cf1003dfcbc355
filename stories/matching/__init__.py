"""From a question to the stories that answer it: prepare the text, understand what is asked, rank, and say why."""
