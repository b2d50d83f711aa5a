"""Paper that comes back: scans are read, filed, and asked about."""
