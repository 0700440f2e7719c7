"""How far each trainee has come: her tries, what is open to her, who needs help, which questions teach."""
