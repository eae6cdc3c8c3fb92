"""Workspaces made by the program itself: the sample company, and any size for measuring.

What they hold is plain rows; one edit puts them into a new document.
"""
