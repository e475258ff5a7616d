"""How surfaces are drawn: the strands, and tones that may be lines where there is one ink."""
