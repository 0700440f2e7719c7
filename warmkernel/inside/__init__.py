"""What runs on the warm side, under the other environment's Python; the standard library and IPython."""
