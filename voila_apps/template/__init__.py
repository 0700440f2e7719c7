"""The tools as lean pages: rendered once for all, with a kernel for those who type."""
