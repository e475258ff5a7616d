"""Words read and set: small readings of Chinese text, and lines in the roles of the theme."""
