# Its answer, again and again.
while True:
    print("0 " * 10000)
