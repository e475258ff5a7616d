"""What can be shown of results: parts of a data zone, from metrics to honours."""
