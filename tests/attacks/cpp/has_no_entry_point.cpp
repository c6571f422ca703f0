// Nor a main that would be called.
int main() { return 0; }
