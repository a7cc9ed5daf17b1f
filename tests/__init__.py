"""Tests: what the build promises to its contributors, shown by example."""
