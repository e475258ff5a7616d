"""What shares the room of a page: blocks of rows in the body, items beside it."""
