"""A case as one self-contained page: it asks nothing of the network, and reads in full with scripts off."""

from __future__ import annotations

from twosource.page.render import page

__all__ = ["page"]
