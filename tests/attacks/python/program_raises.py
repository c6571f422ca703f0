# What nobody catches, with a name of its own.
class Trouble(Exception):
    pass


raise Trouble
