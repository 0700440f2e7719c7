"""Translates a tool's Python into the script that calculates on a phone without a line."""
