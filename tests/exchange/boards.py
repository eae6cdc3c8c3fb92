"""A board as Trello exports it, cut down to what is read of it."""

BOARD = {
    "id": "5f0000000000000000000001",
    "name": "Forbedring",
    "lists": [
        {"id": "l1", "name": "Doing", "closed": False, "pos": 1},
        {"id": "l2", "name": "Ideer til høsten", "closed": False, "pos": 2},
    ],
    "members": [
        {"id": "m1", "fullName": "Linh Nguyễn", "username": "linh"},
        {"id": "m2", "fullName": "Kari Solberg", "username": "kari"},
    ],
    "checklists": [
        {
            "id": "c1",
            "name": "Steg",
            "checkItems": [
                {"name": "Kaste", "state": "incomplete", "pos": 200},
                {"name": "Sortere", "state": "complete", "pos": 100},
            ],
        }
    ],
    "cards": [
        {
            "id": "68e0f1a00000000000000001",
            "name": "Rydde lager",
            "desc": "Begynn ved port 3",
            "idList": "l1",
            "due": "2026-10-20T10:00:00.000Z",
            "dueComplete": False,
            "dateLastActivity": "2026-10-05T08:00:00.000Z",
            "closed": False,
            "idMembers": ["m1", "m2", "m9"],
            "idChecklists": ["c1"],
            "labels": [{"name": "5S", "color": "green"}, {"name": "", "color": "red"}],
            "shortUrl": "https://trello.example/c/abc",
            "attachments": [{"name": "tegning", "url": "https://verk.example/t.pdf"}],
        },
        {
            "id": "not hexadecimal",
            "name": "=1+1",
            "idList": "l2",
            "due": None,
            "dueComplete": True,
            "dateLastActivity": "2026-10-05T08:00:00.000Z",
            "closed": False,
        },
        {"id": "x", "name": "Arkivert", "idList": "l1", "closed": True},
        "no card at all",
    ],
    "actions": [
        {
            "type": "commentCard",
            "date": "2026-10-04T12:00:00.000Z",
            "data": {"text": "Bestilt\ni går", "card": {"id": "68e0f1a00000000000000001"}},
        },
        {"type": "updateCard", "date": "2026-10-04T12:00:00.000Z", "data": {}},
        {"type": "commentCard", "date": "when?", "data": {"text": "Uten dag", "card": {"id": "x"}}},
    ],
}
