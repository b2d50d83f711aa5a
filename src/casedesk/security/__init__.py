"""From a passphrase to the key of the vault, and how strong it is."""
