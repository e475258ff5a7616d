"""The author's pictures: how large, where, and on which pages; the unit's mark and QR code."""
