"""Backups on screen: how they stand, making one, and restoring one."""
