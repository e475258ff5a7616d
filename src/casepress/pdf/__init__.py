"""PDF: paints a display list with reportlab and finishes it with pikepdf, one file per target."""
