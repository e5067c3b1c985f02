"""Images of the page: importing files and asking for alt text."""
