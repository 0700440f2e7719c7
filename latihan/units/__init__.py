"""One module a unit: the shop that is drawn, the questions, the mistakes that are known."""
