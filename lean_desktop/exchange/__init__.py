"""Other programs' formats: tables in, over well-kept libraries, and never trusted.

What cannot be read is refused with a KnownError that names the file and, where there is one, the
row and the column.
"""
