"""A campus' learning platform (LTI 1.3): its people come in by a click there, their scores go back."""
