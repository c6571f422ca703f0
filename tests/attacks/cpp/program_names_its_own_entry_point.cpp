// The name that the harness gives to main: then that is what it calls.
extern "C" __attribute__((visibility("default"))) int effk_main() {
  return 3;
}

int main() {}
