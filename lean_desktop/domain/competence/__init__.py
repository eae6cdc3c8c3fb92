"""Competence: who can what, what is required of whom, and what follows from the two."""
