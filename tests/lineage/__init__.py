"""Tests of lineage: who is upstream of whom."""
