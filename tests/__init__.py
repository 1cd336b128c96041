"""The tests of twosource; every text in them is invented."""
