"""Which modules each product needs: what a worker imports ahead, and what ``-v`` times apart."""

READ = (
    "casepress.build.jobs.job",
    "casepress.case.load",
    "casepress.theme.kept",
    "casepress.fonts",
)
PDF = ("uharfbuzz", "casepress.pdf.reportlab_canvas", "casepress.pdf.write")
BOTH = (*READ, "casepress.typeset", "uharfbuzz")
"""What is imported before the workers are forked: once instead of twice."""
BROCHURE = (*READ, "casepress.brochure", *PDF)
DECK = (*READ, "casepress.deck.storyline", "casepress.pptx.write")
HANDOUT = (*READ, "casepress.deck.storyline", "casepress.handout.plan", *PDF)
SLIDES = (*READ, "casepress.deck.storyline", "casepress.handout.pages", *PDF)
NOTES = (*READ, "casepress.deck.storyline")
