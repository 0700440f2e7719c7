"""The training itself: the `lapak` command, builders, environments."""
