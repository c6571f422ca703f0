# A BaseException that explains itself for ever, if anybody asked it.
class Evil(BaseException):
    def __str__(self):
        while True:
            pass

    __repr__ = __str__


def add_up(values):
    raise Evil(values)
