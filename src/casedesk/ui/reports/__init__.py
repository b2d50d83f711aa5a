"""Reports: their list, one of them with its sections, and a new one."""
