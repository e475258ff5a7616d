"""A local page that shows pages, slides and problems of a case, and follows every save."""
