"""What a person does in the page: pointing, typing, dropping images."""
