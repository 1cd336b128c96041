"""Tests of the stage that reads time expressions."""
