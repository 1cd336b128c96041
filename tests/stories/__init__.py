"""Invented stories with what a careful reader finds in them, and the tests that compare."""
