"""How spreadsheets name what they hold."""


def column_letters(index: int) -> str:
    """The name of a column, counted from 0: A to Z, then AA, AB and so on."""
    letters, number = "", index + 1
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
