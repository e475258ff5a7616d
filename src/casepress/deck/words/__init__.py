"""What is said: readings of Chinese text, the digest, figures, the small words of a slide."""
