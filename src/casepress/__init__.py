"""casepress: one YAML description of a case, a typeset brochure and a native training deck."""

__version__ = "0.1.0"
