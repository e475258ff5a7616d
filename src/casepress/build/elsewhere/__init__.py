"""Jobs done on other machines: how they get there, and how files and words come back."""
