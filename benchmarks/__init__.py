"""What Lapak promises in numbers, measured on the machine it runs on."""
