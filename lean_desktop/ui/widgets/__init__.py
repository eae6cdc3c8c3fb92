"""Small widgets everything else is made of. None of them knows a document.

buttons.py      primary, outlined, ghost and danger buttons; a segmented choice
field.py        a labelled line, text or choice that commits when it is left, with its sentence
person_field.py a field that offers people while one types
table.py        the table: keys, in-place editing that keeps refused text, copying
marks.py        avatar, chip, status mark, painted for delegates and shown as labels
banner.py       a message above the work, with what can be done about it
empty_state.py  one fact, one way on, one alternative
inspector.py    the panel on the right
time_bar.py     the minutes of an agenda against the time there is
"""
