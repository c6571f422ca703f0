// Only functions.
int solve() {
  return 0;
}
