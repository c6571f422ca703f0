// The terms are the coefficients of P(x) / Q(x), Q(x) = 1 - c0 x - c1 x^2 - ... Multiplying both by Q(-x) makes
// the denominator even, so half of the numerator can be dropped and n halved (Bostan and Mori). With
//   Q = E(x^2) + x O(x^2),  P = F(x^2) + x G(x^2)
// a step needs E^2 - y O^2 and one of F E - y G O, G E - F O: four products of half the degree.
//
// Residues are centred, |r| <= m / 2, so a coefficient of a product of 640 terms stays below 2^127 and needs
// a single reduction. Karatsuba's steps need not fit: they are right modulo 2^128, and so is their result.
// Its sums double the operands at most four times, from below 2^59.
#include <algorithm>
#include <cstdint>
#include <vector>

namespace {

using Residue = std::int64_t;
using Wide = unsigned __int128;

inline Wide product(Residue a, Residue b) { return static_cast<Wide>(static_cast<__int128>(a) * b); }

// Schoolbook, for a size known to the compiler, each coefficient in registers.
template <int Size>
void multiply_small(Wide* out, const Residue* a, const Residue* b) {
#pragma GCC unroll 64
  for (int k = 0; k < 2 * Size - 1; ++k) {
    const int from = k < Size ? 0 : k - Size + 1;
    const int to = k < Size ? k : Size - 1;
    Wide sum = product(a[from], b[k - from]);
#pragma GCC unroll 64
    for (int i = from + 1; i <= to; ++i) sum += product(a[i], b[k - i]);
    out[k] = sum;
  }
  out[2 * Size - 1] = 0;
}

template <int Size>
void square_small(Wide* out, const Residue* a) {
#pragma GCC unroll 64
  for (int k = 0; k < 2 * Size - 1; ++k) {
    const int from = k < Size ? 0 : k - Size + 1;
    Wide sum = 0;
#pragma GCC unroll 64
    for (int i = from; 2 * i < k; ++i) sum += product(a[i], a[k - i]);
    sum += sum;
    if (k % 2 == 0) sum += product(a[k / 2], a[k / 2]);
    out[k] = sum;
  }
  out[2 * Size - 1] = 0;
}

// out holds low * low and high * high, middle the product of the sums; all have 2 * half coefficients.
inline void join(Wide* out, const Wide* middle, int half) {
  for (int i = 0; i < half; ++i) {
    const Wide shared = out[half + i] - out[2 * half + i];
    out[half + i] = shared + middle[i] - out[i];
    out[2 * half + i] = middle[half + i] - shared - out[3 * half + i];
  }
}

// out has 2 * size coefficients; scratch 4 * size. size is Small times a power of two.
template <int Small>
void multiply(Wide* out, const Residue* a, const Residue* b, int size, Wide* scratch) {
  if (size == Small) return multiply_small<Small>(out, a, b);
  const int half = size / 2;
  Wide* const middle = scratch;
  auto* const sums = reinterpret_cast<Residue*>(scratch + size);
  Wide* const deeper = scratch + 2 * size;
  for (int i = 0; i < half; ++i) {
    sums[i] = a[i] + a[half + i];
    sums[half + i] = b[i] + b[half + i];
  }
  multiply<Small>(out, a, b, half, deeper);
  multiply<Small>(out + size, a + half, b + half, half, deeper);
  multiply<Small>(middle, sums, sums + half, half, deeper);
  join(out, middle, half);
}

template <int Small>
void square(Wide* out, const Residue* a, int size, Wide* scratch) {
  if (size == Small) return square_small<Small>(out, a);
  const int half = size / 2;
  Wide* const middle = scratch;
  auto* const sums = reinterpret_cast<Residue*>(scratch + size);
  Wide* const deeper = scratch + 2 * size;
  for (int i = 0; i < half; ++i) sums[i] = a[i] + a[half + i];
  square<Small>(out, a, half, deeper);
  square<Small>(out + size, a + half, half, deeper);
  square<Small>(middle, sums, half, deeper);
  join(out, middle, half);
}

constexpr int kSmallSizes[] = {4, 8, 16, 20, 24, 28};

class Halving {
 public:
  // P and Q = 1 + x R, both from the recurrence.
  Halving(const std::vector<std::int64_t>& coefficients, const std::vector<std::int64_t>& initial,
          std::int64_t modulus)
      : modulus_(static_cast<std::uint64_t>(modulus)), offset_((static_cast<Wide>(1) << 127) / modulus_ * modulus_) {
    const int degree = static_cast<int>(coefficients.size());
    fit(degree);
    const int full = 2 * half_;
    for (auto* part : {&e_, &o_, &f_, &g_}) part->assign(half_, 0);
    first_.resize(full);
    second_.resize(full);
    scratch_.resize(4 * half_);

    std::vector<Residue> r(full), a(full);
    for (int i = 0; i < degree; ++i) {
      r[i] = centred(-static_cast<Wide>(static_cast<__int128>(coefficients[i])));
      a[i] = centred(static_cast<Wide>(static_cast<__int128>(initial[i])));
    }
    // P = (A + x A R) without what is of x^degree and above: of the halves of A R, high * high is not needed.
    std::vector<Wide> p(full);
    times(first_.data(), a.data(), r.data());
    std::copy(first_.begin(), first_.end(), p.begin());
    times(first_.data(), a.data(), r.data() + half_);
    times(second_.data(), a.data() + half_, r.data());
    for (int i = 0; i < half_; ++i) p[half_ + i] += first_[i] + second_[i];
    for (int i = 0; i < degree; ++i) {
      const Residue numerator = centred((i ? p[i - 1] : 0) + static_cast<Wide>(static_cast<__int128>(a[i])));
      (i % 2 ? g_ : f_)[i / 2] = numerator;
      (i % 2 ? e_ : o_)[i / 2] = r[i];
    }
  }

  std::int64_t term(std::int64_t n) {
    while (n > 0) {
      if (n < 2 * half_) fit(static_cast<int>(n) + 1);  // nothing above x^n matters
      halve(n % 2 != 0);
      n /= 2;
    }
    return f_[0] < 0 ? f_[0] + static_cast<std::int64_t>(modulus_) : f_[0];
  }

 private:
  // Sets half_ to the least size that carries `count` coefficients in two halves and suits multiply(). Below
  // 16, more of Karatsuba's steps cost more than they save.
  void fit(int count) {
    half_ = 1 << 20;
    for (const int small : kSmallSizes) {
      int size = small;
      while (2 * size < count && small >= 16) size *= 2;
      if (2 * size < count || size >= half_) continue;
      half_ = size;
      small_ = small;
    }
  }

  void times(Wide* out, const Residue* a, const Residue* b) {
    switch (small_) {
      case 4: return multiply<4>(out, a, b, half_, scratch_.data());
      case 8: return multiply<8>(out, a, b, half_, scratch_.data());
      case 16: return multiply<16>(out, a, b, half_, scratch_.data());
      case 20: return multiply<20>(out, a, b, half_, scratch_.data());
      case 24: return multiply<24>(out, a, b, half_, scratch_.data());
      default: return multiply<28>(out, a, b, half_, scratch_.data());
    }
  }

  void squared(Wide* out, const Residue* a) {
    switch (small_) {
      case 4: return square<4>(out, a, half_, scratch_.data());
      case 8: return square<8>(out, a, half_, scratch_.data());
      case 16: return square<16>(out, a, half_, scratch_.data());
      case 20: return square<20>(out, a, half_, scratch_.data());
      case 24: return square<24>(out, a, half_, scratch_.data());
      default: return square<28>(out, a, half_, scratch_.data());
    }
  }

  // The residue of a two's complement number of 128 bits. The compiler would call a function for the
  // remainder; the machine divides 128 by 64 bits itself where the quotient fits, and here both do.
  Residue centred(Wide number) const {
    number += offset_;
    std::uint64_t quotient, rest;
    asm("divq %4" : "=a"(quotient), "=d"(rest) : "0"(static_cast<std::uint64_t>(number >> 64)), "1"(std::uint64_t{0}), "r"(modulus_) : "cc");
    asm("divq %4" : "=a"(quotient), "=d"(rest) : "0"(static_cast<std::uint64_t>(number)), "1"(rest), "r"(modulus_) : "cc");
    return static_cast<Residue>(rest > modulus_ / 2 ? rest - modulus_ : rest);
  }

  static Wide wide(Residue number) { return static_cast<Wide>(static_cast<__int128>(number)); }

  void halve(bool odd) {
    // E = 1 + y e: the products with E are the ones with e, shifted, and one more addend.
    // The numerator first, while e and o are the old ones.
    times(first_.data(), odd ? g_.data() : f_.data(), e_.data());
    times(second_.data(), odd ? f_.data() : g_.data(), o_.data());
    const Residue* const kept = odd ? g_.data() : f_.data();
    const int shift = odd ? 0 : 1;  // of the second product
    numerator_.resize(2 * half_);
    for (int i = 0; i < 2 * half_; ++i) {
      Wide sum = i < half_ ? wide(kept[i]) : 0;
      if (i > 0) sum += first_[i - 1];
      if (i >= shift) sum -= second_[i - shift];
      numerator_[i] = centred(sum);
    }
    for (int i = 0; i < half_; ++i) {
      f_[i] = numerator_[2 * i];
      g_[i] = numerator_[2 * i + 1];
    }
    // Q(x) Q(-x) = 1 + y (2 e - O^2) + y^2 e^2
    squared(first_.data(), e_.data());
    squared(second_.data(), o_.data());
    for (int i = 0; i < 2 * half_; ++i) {
      Wide sum = i < half_ ? 2 * wide(e_[i]) : 0;
      if (i > 0) sum += first_[i - 1];
      numerator_[i] = centred(sum - second_[i]);
    }
    for (int i = 0; i < half_; ++i) {
      o_[i] = numerator_[2 * i];
      e_[i] = numerator_[2 * i + 1];
    }
  }

  std::uint64_t modulus_;
  Wide offset_;  // a multiple of the modulus that makes every sum positive
  int half_ = 0;
  int small_ = 0;
  std::vector<Residue> e_, o_, f_, g_, numerator_;
  std::vector<Wide> first_, second_, scratch_;
};

}  // namespace

std::int64_t recurrence_term(const std::vector<std::int64_t>& coefficients,
                             const std::vector<std::int64_t>& initial, std::int64_t n, std::int64_t modulus) {
  const auto degree = static_cast<std::int64_t>(initial.size());
  if (n < degree) {
    const std::int64_t term = initial[n] % modulus;
    return term < 0 ? term + modulus : term;
  }
  return Halving(coefficients, initial, modulus).term(n);
}
