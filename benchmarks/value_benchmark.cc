// What it costs to carry values over the border: the native codec in a measured child, the harness's own
// encoder and decoder around it.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <vector>

#include "harness/value/equality.h"
#include "harness/value/include/effk/codec.h"
#include "harness/value/value.h"

namespace {

using effk::value::Value;

constexpr std::size_t kNumbers = 100'000;

std::vector<std::int64_t> numbers() {
  std::vector<std::int64_t> data(kNumbers);
  for (std::size_t i = 0; i < data.size(); ++i) data[i] = static_cast<std::int64_t>(i * 2654435761u);
  return data;
}

// 1000 lists of 100.
std::vector<std::vector<std::int64_t>> lists() {
  std::vector<std::vector<std::int64_t>> data(1000);
  for (auto& list : data) list.assign(kNumbers / 1000, 7);
  return data;
}

// 10,000 texts of up to 40 letters.
std::vector<std::string> texts() {
  std::vector<std::string> data(10'000);
  for (std::size_t i = 0; i < data.size(); ++i) data[i].assign(i % 41, 'x');
  return data;
}

template <typename T>
std::string form_of(const T& data) {
  std::string bytes;
  effk::codec::write(bytes, data);
  return bytes;
}

void set_bytes(benchmark::State& state, const std::string& bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(bytes.size()));
}

template <typename T>
void codec_write(benchmark::State& state, T (*make)()) {
  const T data = make();
  std::string bytes;
  for (auto _ : state) {
    bytes.clear();
    effk::codec::write(bytes, data);
    benchmark::DoNotOptimize(bytes.data());
  }
  set_bytes(state, bytes);
}

template <typename T>
void codec_read(benchmark::State& state, T (*make)()) {
  const std::string bytes = form_of(make());
  for (auto _ : state) benchmark::DoNotOptimize(effk::codec::read_whole<T>(bytes));
  set_bytes(state, bytes);
}

template <typename T>
void value_encode(benchmark::State& state, T (*make)()) {
  const std::string bytes = form_of(make());
  const Value value = *effk::value::decode(bytes);
  for (auto _ : state) benchmark::DoNotOptimize(effk::value::encode(value));
  set_bytes(state, bytes);
}

template <typename T>
void value_decode(benchmark::State& state, T (*make)()) {
  const std::string bytes = form_of(make());
  for (auto _ : state) benchmark::DoNotOptimize(effk::value::decode(bytes));
  set_bytes(state, bytes);
}

void difference_of_numbers(benchmark::State& state) {
  const std::string bytes = form_of(numbers());
  const Value value = *effk::value::decode(bytes);
  const auto type = *effk::value::parse_type("list[int]");
  for (auto _ : state) benchmark::DoNotOptimize(effk::value::difference(value, value, type, {}));
  set_bytes(state, bytes);
}

BENCHMARK_CAPTURE(codec_write, numbers, numbers);
BENCHMARK_CAPTURE(codec_read, numbers, numbers);
BENCHMARK_CAPTURE(value_encode, numbers, numbers);
BENCHMARK_CAPTURE(value_decode, numbers, numbers);
BENCHMARK_CAPTURE(codec_write, lists, lists);
BENCHMARK_CAPTURE(codec_read, lists, lists);
BENCHMARK_CAPTURE(value_encode, lists, lists);
BENCHMARK_CAPTURE(value_decode, lists, lists);
BENCHMARK_CAPTURE(codec_write, texts, texts);
BENCHMARK_CAPTURE(codec_read, texts, texts);
BENCHMARK_CAPTURE(value_encode, texts, texts);
BENCHMARK_CAPTURE(value_decode, texts, texts);
BENCHMARK(difference_of_numbers);

}  // namespace

BENCHMARK_MAIN();
