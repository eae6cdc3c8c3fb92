"""The tests mirror lean_desktop/ file by file; what they share lies beside this line."""
