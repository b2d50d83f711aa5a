"""Case conferences on the screen: prepared, held at a laptop, followed up."""
