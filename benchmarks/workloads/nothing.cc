// Starts and ends.
int main() {}
