"""Plain language: what makes a text hard to read, told beside it. Knows no Word, no store and no screen."""
