import sys
sys.setrecursionlimit(3000)

def recurrence_term(coefficients, initial, n, modulus):
    memo = {}
    def a(i):
        if i < len(initial):
            return initial[i]
        if i in memo:
            return memo[i]
        memo[i] = sum(c * a(i - 1 - j) for j, c in enumerate(coefficients)) % modulus
        return memo[i]
    return a(n) % modulus
