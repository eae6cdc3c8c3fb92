"""What things are, and the rules they follow: named tuples, enums, pure functions."""
