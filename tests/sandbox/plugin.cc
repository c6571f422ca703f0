// What a sample is to the C++ driver: code that is loaded under the filter.
extern "C" int answer() {
  return 42;
}
