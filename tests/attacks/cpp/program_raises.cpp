// What nobody catches, with a name of its own.
struct Trouble {};

int main() {
  throw Trouble();
}
