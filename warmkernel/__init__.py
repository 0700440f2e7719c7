"""Kernels forked from a warm process, boxed: one mechanism for grading and for the tools."""

from warmkernel.box import Box, NoBox, find_box
from warmkernel.job import CellRun, Job, Limits, Output, Status
from warmkernel.process import Fork, WarmProcess, WarmTrouble

__all__ = [
    "Box",
    "CellRun",
    "Fork",
    "Job",
    "Limits",
    "NoBox",
    "Output",
    "Status",
    "WarmProcess",
    "WarmTrouble",
    "find_box",
]
