"""Paper: a finished snapshot of the domain becomes a PDF. One file for each feature.

Every handout is a function of a snapshot, a `Sheet` and a language, and returns the bytes of a
PDF. None sees a connection, so they may be made on a worker while edits go on. The same snapshot
on the same sheet gives the same bytes, so what is previewed is what is saved.

`type` sets text, `page` lays out the sheet with its foot, `style` and `form` are the parts sheets
are put together from. ReportLab is imported here alone, so whoever asks for a handout imports its
module at that moment; `sheet` needs no library.
"""
