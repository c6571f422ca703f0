// harness/report/text_style.h -- how text for people may look.
#pragma once

#include <string>
#include <string_view>

namespace effk::report {

// What a word says about itself: nothing to see, less than hoped, wrong.
enum class Tone { plain, caution, alarm };

struct TextStyle {
  bool color = false;  // only on a terminal, and without NO_COLOR: the caller knows
  bool utf8 = true;    // else ASCII for our own signs; names stay as they are

  std::string bold(std::string_view text) const { return paint("1", text); }
  std::string dim(std::string_view text) const { return paint("2", text); }
  std::string alarm(std::string_view text) const { return paint("1;31", text); }
  std::string caution(std::string_view text) const { return paint("33", text); }

  std::string toned(Tone tone, std::string_view text) const {
    return tone == Tone::alarm ? alarm(text) : tone == Tone::caution ? caution(text) : std::string(text);
  }

  std::string_view plus_minus() const { return utf8 ? "\u00b1" : "+-"; }

 private:
  std::string paint(std::string_view code, std::string_view text) const {
    if (!color) return std::string(text);
    return "\033[" + std::string(code) + "m" + std::string(text) + "\033[0m";
  }
};

}  // namespace effk::report
