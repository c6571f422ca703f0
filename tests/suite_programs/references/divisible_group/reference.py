import sys


def main():
    words = sys.stdin.read().split()
    count = int(words[0])
    seen = {0: 0}
    total = 0
    for i in range(1, count + 1):
        total = (total + int(words[i])) % count
        if total in seen:
            sys.stdout.write("%d %d\n" % (seen[total] + 1, i))
            return
        seen[total] = i


if __name__ == "__main__":
    main()
