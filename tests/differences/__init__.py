"""Tests of variants and tensions."""
