"""Tests of the reading of files, pages and archives."""
