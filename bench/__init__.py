"""Measurements: each module prints one table with its counts."""
