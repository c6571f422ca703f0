# A regular expression with exponentially many ways.
import re


def add_up(values):
    return len(re.match('(a*)*b', 'a' * 40) or ())
