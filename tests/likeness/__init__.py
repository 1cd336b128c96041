"""Tests of likeness: do two stretches tell the same thing."""
