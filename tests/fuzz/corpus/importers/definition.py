def f(a: Dict[str, int] = {"x": ")"}, *, b=1, **rest):
