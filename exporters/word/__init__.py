"""The Word craft that all Word documents share: page, fonts and styles; paragraphs, rows and boxes; the file."""
