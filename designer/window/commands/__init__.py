"""The commands of the window and their effects on the documents."""
