"""Kernels forked from a warm process, boxed: one mechanism for grading and for the tools."""
