"""Tests of the command line, from its words to its exit codes."""
