# Only half a statement.
print(0
