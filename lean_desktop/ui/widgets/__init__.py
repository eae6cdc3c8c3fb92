"""Small widgets everything else is made of. None of them knows a document.

buttons.py      primary, outlined, ghost, danger and link buttons; a choice of a few segments
inputs.py       what one types in: a line, an area, a drop-down; offering texts while one types
field.py        a labelled input that commits when it is left, with its sentence when it will not do
date_field.py   a field for a day, with a calendar
person_field.py a field that offers people while one types
search_field.py the line that one looks for something in
refusal.py      the sentence that says why a text will not do
table.py        the table: keys, copying, column widths, what stands where no rows are
cells.py        how the table paints its cells, and edits them in place
marks.py        avatar, chip and the shape of a status, painted for delegates
chip.py         the chip as a label
banner.py       a message above the work, with what can be done about it
empty_state.py  one fact, one way on, one alternative
inspector.py    the panel on the right
time_bar.py     the minutes of an agenda against the time there is
"""
