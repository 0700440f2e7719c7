"""What trainees do as xAPI statements, for a file or a learning record store, where the operator wants it."""
