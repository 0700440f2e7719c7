"""The office's report: what came of a training, in numbers that tell nothing about a single person."""
