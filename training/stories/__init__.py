"""Fits what ``twosource.stories`` weighs pairs of reports with."""
