"""Makes the weights that ship with the package again: ``python -m training.attributions``."""
