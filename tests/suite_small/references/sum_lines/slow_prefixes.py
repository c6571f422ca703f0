# Adds up every prefix anew.
values = []
total = 0
while True:
    try:
        values.append(int(input()))
    except EOFError:
        break
    total = sum(value * value for value in values) % 1000003
print(total)
