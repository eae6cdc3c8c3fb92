"""The board of actions, what a card holds besides, own fields and words, and saved filters."""

from sqlalchemy import Column, Integer, Named, Table, TypedColumns

from lean_desktop.document.schema import Day, date, metadata


class OwnWordColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    word: Named[str]
    one: Named[str]
    the_one: Named[str]
    several: Named[str]
    the_several: Named[str]


class BoardColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    group_id: Named[int | None]
    stall_weeks: Named[int]
    done_days: Named[int]


class BoardColumnColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    board_id: Named[int]
    position: Named[int]
    name: Named[str]
    statuses: Named[str]
    most: Named[int | None]


class ActionHelperColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    action_id: Named[int]
    person_id: Named[int]


class ActionTagColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    action_id: Named[int]
    tag: Named[str]


class ActionStepColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    action_id: Named[int]
    position: Named[int]
    text: Named[str]
    done: Named[date | None] = Column(Day)


class ActionLinkColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    action_id: Named[int]
    position: Named[int]
    name: Named[str]
    target: Named[str]


class ActionCommentColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    action_id: Named[int]
    written: Named[date] = Column(Day)
    private: Named[bool]
    text: Named[str]


class ActionPhotoColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    action_id: Named[int]
    moment: Named[str]
    picture: Named[bytes]


class OwnFieldColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    position: Named[int]
    name: Named[str]
    kind: Named[str]
    choices: Named[str]
    private: Named[bool]


class OwnValueColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    action_id: Named[int]
    field_id: Named[int]
    value: Named[str]


class SavedFilterColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    name: Named[str]
    filter: Named[str]


own_word = Table("own_word", metadata, OwnWordColumns)
board = Table("board", metadata, BoardColumns)
board_column = Table("board_column", metadata, BoardColumnColumns)
action_helper = Table("action_helper", metadata, ActionHelperColumns)
action_tag = Table("action_tag", metadata, ActionTagColumns)
action_step = Table("action_step", metadata, ActionStepColumns)
action_link = Table("action_link", metadata, ActionLinkColumns)
action_comment = Table("action_comment", metadata, ActionCommentColumns)
action_photo = Table("action_photo", metadata, ActionPhotoColumns)
own_field = Table("own_field", metadata, OwnFieldColumns)
own_value = Table("own_value", metadata, OwnValueColumns)
saved_filter = Table("saved_filter", metadata, SavedFilterColumns)
