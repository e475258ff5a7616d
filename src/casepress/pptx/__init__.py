"""casepress."""
