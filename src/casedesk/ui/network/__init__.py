"""The screens of the network: people and organisations, entered once."""
