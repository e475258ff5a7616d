"""What casepress is measured against: the same text set with other tools."""
