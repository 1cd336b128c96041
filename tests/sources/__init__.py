"""Tests of the sources stage, over invented stories."""
