"""Tests of the export of a case."""
