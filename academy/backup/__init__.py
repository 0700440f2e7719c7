"""A school's state as one file: consistent while it runs, checked when it is put back."""
