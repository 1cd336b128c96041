"""Who copied whom: sixty pairs of real reports, labelled by hand before any output was read, and two plain peers."""
