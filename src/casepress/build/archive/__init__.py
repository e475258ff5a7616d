"""Files that make themselves again: what an archive carries, and how it is taken apart."""
