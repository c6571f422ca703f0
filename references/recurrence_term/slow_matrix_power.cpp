// Powers of the companion matrix.
#include <vector>

using Matrix = std::vector<std::vector<long long>>;

static Matrix times(const Matrix& a, const Matrix& b, long long modulus) {
  const std::size_t d = a.size();
  Matrix c(d, std::vector<long long>(b[0].size()));
  for (std::size_t i = 0; i < d; ++i)
    for (std::size_t k = 0; k < b.size(); ++k)
      for (std::size_t j = 0; j < b[0].size(); ++j)
        c[i][j] = static_cast<long long>((c[i][j] + static_cast<__int128>(a[i][k]) * b[k][j]) % modulus);
  return c;
}

long long recurrence_term(std::vector<long long> coefficients, std::vector<long long> initial, long long n,
                          long long modulus) {
  const std::size_t d = initial.size();
  for (long long& c : coefficients) c = (c % modulus + modulus) % modulus;
  for (long long& a : initial) a = (a % modulus + modulus) % modulus;
  if (n < static_cast<long long>(d)) return initial[n];
  Matrix matrix(d, std::vector<long long>(d)), vector(d, std::vector<long long>(1));
  matrix[0] = coefficients;
  for (std::size_t i = 1; i < d; ++i) matrix[i][i - 1] = 1 % modulus;
  for (std::size_t i = 0; i < d; ++i) vector[i][0] = initial[d - 1 - i];
  for (long long steps = n - static_cast<long long>(d) + 1; steps > 0; steps /= 2) {
    if (steps % 2) vector = times(matrix, vector, modulus);
    if (steps > 1) matrix = times(matrix, matrix, modulus);
  }
  return vector[0][0];
}
