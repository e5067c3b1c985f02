"""The open documents, their undo stack, the selection and the life of their files."""
