"""Writing: one function a gesture. An edit gets the connection first and never commits.

Edits read, ask the domain, which may raise RuleBroken, and write plain statements. They never
undo: the journal does, for all of them.
"""
