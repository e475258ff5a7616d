"""Slides as display items, and the handout that shows three of them to a page."""
