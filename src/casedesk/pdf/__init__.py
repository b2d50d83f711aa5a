"""One module per paper: words in, bytes out. The only package that uses ReportLab."""
