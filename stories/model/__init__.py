"""The nouns of storybank, one file for each."""
