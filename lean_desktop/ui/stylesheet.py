"""The style sheet: buttons, fields, tabs, bars, menus and scroll bars; the rest is the palette."""

import re
from collections.abc import Mapping
from string import Template

from lean_desktop import resources

_SHEET = Template("""
QMainWindow, QDialog { background: $window; }
QToolTip { background: $surface; color: $text; border: 1px solid $line_strong; padding: 4px 8px; }

QMenuBar { background: $window; padding: 2px 8px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; color: $text2; }
QMenuBar::item:selected { background: $hover; color: $text; }
QMenu { background: $surface; border: 1px solid $line_strong; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 6px; }
QMenu::indicator:checked { image: url("$icons/tick-$tone.svg"); }
QMenu::right-arrow { image: url("$icons/arrow-right-$tone.svg"); width: 14px; height: 14px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

#tab_strip { background: $window; border-bottom: 1px solid $line; }
#tab_strip QTabBar::tab { padding: 12px 12px 10px 12px; color: $text2; font-weight: 500;
    border: none; border-bottom: 2px solid transparent; background: transparent; }
#tab_strip QTabBar::tab:selected { color: $text; font-weight: 600;
    border-bottom: 2px solid $accent; }
#tab_strip QTabBar::tab:hover { color: $text; background: $hover; }
#tab_strip QTabBar:focus { outline: none; }
#tab_strip QTabBar::tab:focus { background: $selected; }

QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 4px 6px;
    background: transparent; color: $text2; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $sunken; }
QToolButton:focus { border: 2px solid $accent_text; padding: 3px 5px; }
QToolButton:disabled { color: $disabled; }
QToolButton#palette_button { background: $surface; border: 1px solid $control; min-width: 228px;
    padding: 4px 10px; color: $text3; text-align: left; }
QToolButton#palette_button[narrow="true"] { min-width: 0; }
QToolButton#palette_button:focus { border: 2px solid $accent_text; padding: 3px 9px; }

QPushButton { background: $surface; color: $text; border: 1px solid $line_strong;
    border-radius: 6px; padding: 4px 12px; min-height: 18px; font-weight: 500; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $sunken; }
QPushButton:focus { border: 2px solid $accent_text; padding: 3px 11px; }
QPushButton:disabled { color: $disabled; border-color: $line; background: $surface; }
QPushButton[kind="primary"], QPushButton:default { background: $accent; color: $on_accent;
    border-color: $accent; }
QPushButton[kind="primary"]:hover, QPushButton:default:hover { background: $accent_hover; }
QPushButton[kind="primary"]:focus, QPushButton:default:focus {
    border: 2px solid $text; padding: 3px 11px; }
QPushButton[kind="primary"]:disabled, QPushButton:default:disabled { background: $sunken; color: $disabled;
    border-color: $line; }
QPushButton QLabel { color: $text2; font-size: 11px; font-weight: 500;
    border: 1px solid $line_strong; border-radius: 4px; padding: 0 4px; }
QPushButton[kind="primary"] QLabel { color: $on_accent; border-color: $on_accent; }
QPushButton[kind="primary"] QLabel:disabled { color: $disabled; border-color: $line_strong; }
QPushButton[capped="true"] { text-align: left; }
QPushButton[kind="ghost"] { background: transparent; border-color: transparent; color: $text2; }
QPushButton[kind="ghost"]:hover { background: $hover; }
QPushButton[kind="quiet"] { padding: 0; background: transparent; border: none; color: $text2;
    text-align: left; }
QPushButton[kind="quiet"]:hover { color: $accent_text; }
QPushButton[kind="quiet"]:focus { border: 1px solid $accent_text; }
QPushButton[kind="mark"] { padding: 0; background: $surface; border: 1px solid $line_strong; }
QPushButton[kind="mark"]:hover { background: $hover; }
QPushButton[kind="mark"]:checked { background: $selected; border: 2px solid $accent_text; }
QPushButton[kind="mark"]:focus { border: 2px solid $accent_text; }
#key_place { border: 2px solid transparent; border-radius: 6px; }
#key_place:focus { border: 2px solid $accent_text; }
QPushButton[kind="ghost"]:focus { border: 2px solid $accent_text; }
QPushButton[kind="tool"] { background: transparent; border-color: transparent; padding: 4px; }
QPushButton[kind="tool"]:hover { background: $hover; }
QPushButton[kind="tool"]:focus { border: 2px solid $accent_text; padding: 3px; }
QPushButton[kind="danger"] { color: $bad; border-color: $bad_fill; }
QPushButton[kind="danger"]:focus { border: 2px solid $accent_text; }
QPushButton[kind="danger"]:disabled { color: $disabled; border-color: $line; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent;
    color: $accent_text; font-weight: 600; padding: 0 4px; min-height: 16px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid $accent_text; padding: 0 3px; }
QPushButton[kind="segment"] { border: none; border-radius: 5px; padding: 4px 12px;
    background: transparent; color: $text2; }
QPushButton[kind="segment"]:checked { background: $surface; color: $text; font-weight: 600; }
QPushButton[kind="segment"]:focus { border: 2px solid $accent_text; padding: 2px 10px; }
QFrame#segments { background: $sunken; border-radius: 6px; }

QLineEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit, QPlainTextEdit, QTextEdit {
    background: $surface; color: $text; border: 1px solid $control; border-radius: 6px;
    padding: 3px 8px; selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $text3; }
QLineEdit, QComboBox, QSpinBox { min-height: 20px; }
QComboBox { padding-left: 10px; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 2px solid $accent_text; padding: 2px 7px; }
QComboBox:focus { padding-left: 9px; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {
    color: $text3; background: $sunken; border-color: $line; }
QLineEdit[refused="true"], QComboBox[refused="true"], QPlainTextEdit[refused="true"] {
    border-color: $bad_fill; }
QLineEdit[quiet="true"] { border-color: transparent; background: transparent; }
QLineEdit[quiet="true"]:hover { border-color: $line_strong; }
QLineEdit[quiet="true"]:focus { border: 2px solid $accent_text; background: $surface; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$icons/arrow-$tone.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line_strong;
    selection-background-color: $selected; selection-color: $text; outline: none; }

QSpinBox { padding-right: 20px; }
QSpinBox::up-button, QSpinBox::down-button { border: none; background: transparent; width: 18px; }
QSpinBox::up-arrow { image: url("$icons/arrow-up-$tone.svg"); width: 12px; height: 12px; }
QSpinBox::down-arrow { image: url("$icons/arrow-$tone.svg"); width: 12px; height: 12px; }

QCheckBox, QRadioButton { spacing: 8px; padding: 2px; border: 2px solid transparent;
    border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent_text; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QRadioButton::indicator, QTableView::indicator,
QTreeView::indicator, QListView::indicator {
    width: 14px; height: 14px; border: 1px solid $control; border-radius: 4px;
    background: $surface; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QTableView::indicator:checked,
QTreeView::indicator:checked, QListView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$icons/tick.svg"); }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line_strong; }
QCheckBox::indicator:checked:disabled { background: $disabled; border-color: $disabled; }

QProgressBar { background: $sunken; border: none; border-radius: 4px; min-height: 8px;
    max-height: 8px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }

QTableView, QListView, QTreeView { background: $surface; color: $text; border: none;
    selection-background-color: $selected; selection-color: $text; outline: none;
    gridline-color: $line; }
QTableView QLineEdit, QTableView QLineEdit:focus { border: 2px solid $accent_text;
    border-radius: 0; padding: 0 4px; min-height: 0; }
QTableView QLineEdit[refused="true"] { border-color: $bad_fill; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $text3; border: none;
    border-bottom: 1px solid $line_strong; padding: 6px 8px; font-weight: 500; }
QHeaderView::up-arrow { image: url("$icons/arrow-up-$tone.svg"); }
QHeaderView::down-arrow { image: url("$icons/arrow-$tone.svg"); }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 12px; height: 12px;
    subcontrol-position: center right; right: 4px; }
QTableCornerButton::section { background: $surface; border: none; }

QStatusBar { background: $window; border-top: 1px solid $line; color: $text2; min-height: 28px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $text2; font-size: 12px; }
QFrame[frameShape="5"] { color: $line_strong; }
QFrame[frameShape="4"] { color: $line; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: $control; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: transparent; border: none; width: 0; height: 0; }

QSplitter::handle { background: $line; }
QScrollArea { border: none; background: transparent; }
#toolbar { background: $surface; border-bottom: 1px solid $line; }
#inspector { background: $surface; }
#edge { background: $line_strong; }
#inspector QWidget#pages { background: $surface; }
#inspector QFrame#section { border: none; border-top: 1px solid $line; }
#inspector QFrame#section[first="true"] { border-top: none; }
#month { background: $surface; border: 1px solid $line_strong; }
#sidebar { background: $header; }
#paper { background: $surface; }
#panel { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame#corner { background: $surface; border: 1px solid $line; border-radius: 6px; }
QLabel[look="title"] { font-size: 20px; font-weight: 600; color: $text; }
QLabel[look="display"] { font-size: 28px; font-weight: 600; color: $text; }
QLabel[look="heading"] { font-size: 15px; font-weight: 600; color: $text; }
QLabel[look="section"] { font-size: 12px; font-weight: 600; color: $text2; }
QLabel[look="small"] { font-size: 12px; color: $text2; }
QLabel[look="faint"] { font-size: 12px; color: $text3; }
QLabel[look="bad"] { font-size: 12px; color: $bad; }
QLabel[look="watch"] { font-size: 12px; color: $watch; }
QLabel[look="refusal"] { font-size: 12px; color: $bad; padding-left: 20px; }
QLabel[look="refusal"][floating="true"] { background: $bad_tint; border-radius: 4px;
    padding: 4px 8px 4px 28px; }
QFrame[banner="info"] { background: $selected; border-radius: 6px; }
QFrame[banner="watch"] { background: $watch_tint; border-radius: 6px; }
QFrame[banner="bad"] { background: $bad_tint; border-radius: 6px; }
QFrame#goal { background: $window; border-radius: 6px; }
""")


def stylesheet(colors: Mapping[str, str], tone: str, scale: float = 1.0) -> str:
    """The sheet in these colours; `tone` is light or dark, `scale` grows all but thin lines."""
    folder = resources.resource("icons").as_posix()
    sheet = _SHEET.substitute(colors, icons=folder, tone=tone)
    return sheet if scale == 1 else _scaled(sheet, scale)


def _scaled(sheet: str, scale: float) -> str:
    def grown(found: re.Match[str]) -> str:
        pixels = int(found[1])
        return f"{round(pixels * scale) if pixels > 2 else pixels}px"

    return re.sub(r"\b(\d+)px", grown, sheet)
