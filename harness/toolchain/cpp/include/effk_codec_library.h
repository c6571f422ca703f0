// effk_codec_library.h -- the trusted codec of one signature variant: decodes arguments before mark 0 and
// encodes the result after the call. Compiled once a variant and cached; opened by the C++ driver.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "effk/codec.h"

namespace effk_codec_library {

template <class Result, class... Arguments>
struct Codec {
  // Never destroyed: the child ends with _exit.
  static inline std::tuple<Arguments...>* arguments = nullptr;
  static inline void* pointers[sizeof...(Arguments) + 1] = {};
  alignas(Result) static inline unsigned char slot[sizeof(Result)] = {};
  static inline std::string* encoded = nullptr;

  static void** decode(const char* bytes, std::size_t size) {
    arguments = new std::tuple<Arguments...>(
        effk::codec::read_whole<std::tuple<Arguments...>>(std::string_view(bytes, size)));
    encoded = new std::string;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      ((pointers[I] = &std::get<I>(*arguments)), ...);
    }
    (std::index_sequence_for<Arguments...>());
    return pointers;
  }

  static const char* encode(std::size_t* size) {
    effk::codec::write(*encoded, *std::launder(reinterpret_cast<Result*>(slot)));
    *size = encoded->size();
    return encoded->data();
  }
};

}  // namespace effk_codec_library

#define EFFK_CODEC_LIBRARY(...)                                                                    \
  using effk_codec = effk_codec_library::Codec<__VA_ARGS__>;                                       \
  extern "C" {                                                                                     \
  __attribute__((visibility("default"))) void** effk_decode(const char* bytes, std::size_t size) { \
    return effk_codec::decode(bytes, size);                                                        \
  }                                                                                                \
  __attribute__((visibility("default"))) void* effk_result_slot() {                                \
    return effk_codec::slot;                                                                       \
  }                                                                                                \
  __attribute__((visibility("default"))) const char* effk_encode(std::size_t* size) {              \
    return effk_codec::encode(size);                                                               \
  }                                                                                                \
  }
