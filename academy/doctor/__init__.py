"""`lapak doctor`: what is wrong with a school or its machine, and the sentence that mends it."""
