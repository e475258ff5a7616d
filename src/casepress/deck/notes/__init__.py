"""The speaker's notes: passages of the article and who holds them, minutes, the script."""
