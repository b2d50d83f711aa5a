"""The way into a vault: opened, made, given a new passphrase."""
