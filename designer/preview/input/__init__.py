"""Input on the page: clicks, typing, dropped images."""
