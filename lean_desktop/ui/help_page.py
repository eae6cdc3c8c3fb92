"""How a help page looks: Qt reads Markdown but sets it tight, in sizes that are not ours."""

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
)

from lean_desktop.ui.theme import Theme

_HEADINGS = {1: (20, 0, 12), 2: (15, 20, 6), 3: (13, 16, 4)}  # Level: pixels, above, below.
_PARAGRAPH_BELOW, _ITEM_BELOW, _LINE_PERCENT = 10, 4, 125
_STRONG = 600


def dress(page: QTextDocument, theme: Theme) -> None:
    """Give the page the type, the air and the tables of the design."""
    page.setDocumentMargin(24)
    page.setIndentWidth(24)
    block = page.begin()
    while block.isValid():
        _set_block(block, theme)
        block = block.next()
    for table in page.rootFrame().childFrames():
        if isinstance(table, QTextTable):
            _set_table(table, theme)


def _set_block(block: QTextBlock, theme: Theme) -> None:
    level = block.blockFormat().headingLevel()
    pixels, above, below = _HEADINGS.get(level, (13, 0, _PARAGRAPH_BELOW))
    if block.textList() is not None:
        below = _ITEM_BELOW
    spacing = QTextBlockFormat()
    spacing.setTopMargin(above)
    spacing.setBottomMargin(below)
    spacing.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    QTextCursor(block).mergeBlockFormat(spacing)
    if level:
        # In place of Qt's own format, whose scale of headings would go on top of ours.
        _marked(block, block.position(), block.length() - 1).setCharFormat(_heading(theme, pixels))
    else:
        _lighten_bold(block)


def _heading(theme: Theme, pixels: int) -> QTextCharFormat:
    wanted = QTextCharFormat()
    wanted.setFont(theme.font(pixels, _STRONG))
    return wanted


def _lighten_bold(block: QTextBlock) -> None:
    """Bold is semi-bold with us; a heavier weight is not among the fonts that are loaded."""
    wanted = QTextCharFormat()
    wanted.setFontWeight(_STRONG)
    each = block.begin()
    while not each.atEnd():
        fragment = each.fragment()
        if fragment.charFormat().fontWeight() > _STRONG:
            _marked(block, fragment.position(), fragment.length()).mergeCharFormat(wanted)
        each += 1


def _marked(block: QTextBlock, start: int, length: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _set_table(table: QTextTable, theme: Theme) -> None:
    look = table.format()
    look.setBorder(1)
    look.setBorderCollapse(True)
    look.setBorderBrush(theme.color("line"))
    look.setCellPadding(6)
    look.setTopMargin(_PARAGRAPH_BELOW)
    look.setBottomMargin(_PARAGRAPH_BELOW)
    table.setFormat(look)
