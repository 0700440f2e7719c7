"""The people of a training: who they are, what is kept about them, and how it is given back or erased."""
