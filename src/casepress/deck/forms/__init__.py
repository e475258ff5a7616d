"""Ways to fill a slide, for any section: columns, rows, numbers, a list, tables, pictures."""
