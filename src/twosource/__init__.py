"""Who said what through whom, what was copied, and on how many independent origins each claim rests."""

__version__ = "0.1.0"
