"""Planned products as files: editions and papers, the book, the session's, the joined deck."""
