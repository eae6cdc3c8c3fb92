"""Taking a competence matrix in from a plain table: what each of its cells says."""
