"""Paper: a finished snapshot of the domain becomes a PDF. One file for each feature.

Every handout is a function of a snapshot, a `Sheet` and a language, and returns the bytes of a
PDF. None sees a connection, so they may be made on a worker while edits go on.
"""
