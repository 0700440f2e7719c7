"""Accounting and commerce for micro enterprises under Indonesian rules; it knows nothing of Jupyter."""
