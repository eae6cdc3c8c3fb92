"""The Competence tab."""
