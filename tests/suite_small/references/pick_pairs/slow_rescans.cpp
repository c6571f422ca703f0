// Looks through all pairs twice for each that it picks, and several times over.
#include <tuple>
#include <vector>

using Pairs = std::vector<std::tuple<long long, long long>>;

Pairs pick_pairs(const Pairs& pairs) {
  Pairs picked;
  for (int round = 0; round < 5; ++round) {
    picked.clear();
    long long free_from = 0;
    while (true) {
      const std::tuple<long long, long long>* best = nullptr;
      for (const auto& pair : pairs) {
        if (std::get<0>(pair) < free_from) continue;
        if (best == nullptr || std::get<1>(pair) < std::get<1>(*best)) best = &pair;
      }
      if (best == nullptr) break;
      picked.push_back(*best);
      free_from = std::get<1>(*best);
    }
  }
  return picked;
}
