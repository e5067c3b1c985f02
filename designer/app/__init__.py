"""The composition root: creates the parts of the program and connects them."""
