"""Which modules each product needs: what a worker imports ahead, and what ``-v`` times apart."""

READ = ("casepress.build.job", "casepress.case.load", "casepress.theme.kept", "casepress.fonts")
BROCHURE = (
    *READ, "casepress.brochure", "uharfbuzz", "reportlab.pdfgen.canvas", "casepress.pdf.write",
)  # fmt: skip
DECK = (*READ, "casepress.deck.storyline", "casepress.pptx.write")
