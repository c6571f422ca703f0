#include "metrics/best_weights.h"

#include <stdexcept>

namespace effk::metrics {
namespace {

constexpr std::int64_t kMaxSamples = std::int64_t{1} << 40;

// Weights never grow on the way down, and scores are sorted. So from a weight w on, at most n ranks add at
// most n * w * best, to a sum that already holds k/n * best: a relative n^2 * w, below 2^-120 here.
constexpr double kNegligibleWeight = 0x1p-200;

}  // namespace

void check_k(const std::string& caller, std::int64_t n, std::int64_t k) {
  if (n < 1) throw std::invalid_argument(caller + ": there are no samples");
  if (n > kMaxSamples) throw std::invalid_argument(caller + ": more than 2^40 samples");
  if (k < 1 || k > n) {
    throw std::invalid_argument(caller + ": k is " + std::to_string(k) + ", and must lie between 1 and the " +
                                std::to_string(n) + " samples there are");
  }
}

BestWeights::BestWeights(std::int64_t n, std::int64_t k)
    : rank_(n), k_(k), weight_(divided_by({static_cast<double>(k), 0}, static_cast<double>(n))) {}

void BestWeights::step_down() {
  if (rank_ <= k_) {
    weight_ = {};
    return;
  }
  // w_{r-1} = w_r * (r-k) / (r-1), in twice the precision of a double: a million steps of plain doubles may
  // add up to a relative error of 1e-10.
  weight_ = divided_by(times(weight_, static_cast<double>(rank_ - k_)), static_cast<double>(rank_ - 1));
  --rank_;
}

bool BestWeights::negligible() const {
  return weight_.high < kNegligibleWeight;
}

}  // namespace effk::metrics
