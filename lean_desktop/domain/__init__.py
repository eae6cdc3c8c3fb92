"""What things are, and the rules they follow: frozen dataclasses, enums, pure functions."""
