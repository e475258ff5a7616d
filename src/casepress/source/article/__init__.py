"""From an old article to a case: extract, outline, place every word, write YAML.

Data flow: bytes → :mod:`formats` (txt, markdown, html, docx → blocks) → :mod:`body` (normalised
text with places) → :mod:`outline` and :mod:`loose` (parts) → :mod:`draft` (tree of the case)
→ :mod:`emit` (YAML) and :mod:`report`.
"""
