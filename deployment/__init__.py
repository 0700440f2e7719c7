"""How Lapak runs somewhere: on one machine, and what a trainee gets there."""
