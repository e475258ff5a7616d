"""Which modules each product needs: what a worker imports ahead, and what ``-v`` times apart."""

READ = ("casepress.build.job", "casepress.case.load", "casepress.theme.load", "casepress.fonts")
BROCHURE = (*READ, "casepress.brochure", "casepress.pdf.write")
DECK = (*READ, "casepress.deck", "casepress.pptx.write")
