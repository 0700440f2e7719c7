"""The business library: money, costing and dated rules; it knows nothing of Jupyter."""
