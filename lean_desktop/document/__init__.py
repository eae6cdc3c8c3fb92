"""The file: one door for every change, a journal for undo, a lock, backups, migrations."""
