"""The tools that participants open on their phones, and what they share."""
