"""The brochure as a document: no page types, one text from the title to the imprint (公文 form)."""
