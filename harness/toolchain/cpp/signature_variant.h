// harness/toolchain/cpp/signature_variant.h -- how a C++ sample spelt the declared signature.
//
// The call adaptor (include/effk_prelude.h) leaves a description of the entry point in the compiled sample;
// here it becomes what the codec library is made of, or an error that shows expected and found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/suite/problem.h"

namespace effk::toolchain {

// Goes between a sample and that line: takes back what the sample may have defined over the words that the
// adaptor is written with.
std::string end_of_macros();

// The line that goes at the end of a sample. `methods_only` is for a sample in which the plain name is
// ambiguous, as `merge` is after `using namespace std`.
std::string adaptor_line(const suite::Signature& signature, bool methods_only = false);

// What a description says.
struct SignatureVariant {
  enum class Kind { fits, differs, missing };
  Kind kind = Kind::missing;
  std::string codec_source;  // if it fits: the C++ source of the codec library
  std::string found;         // if it differs: the signature as the compiler spells it
};

// Errors: a description that no adaptor writes (a sample that forges the section) is `missing`.
SignatureVariant read_description(std::string_view description);

// "expected: ...\nfound: ..." for a person.
std::string signature_fault(const suite::Signature& signature, const SignatureVariant& variant);

}  // namespace effk::toolchain
