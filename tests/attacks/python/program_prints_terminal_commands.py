# For whoever reads the reports.
print("\x1b[2J\x1b]0;owned\a\r")
