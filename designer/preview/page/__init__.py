"""The Python side of the page's script: messages, addresses, fonts."""
