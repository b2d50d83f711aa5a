"""What may be obtained and passed on: asked, answered in words, and written down."""
