// AVX2, FMA, BMI, gathers, masks: instructions with VEX prefixes of every kind.
#include <immintrin.h>
#include <stdio.h>
#include <string.h>

__attribute__((target("avx2,fma,bmi,bmi2,lzcnt,popcnt,f16c,movbe"))) static unsigned long work(int rounds) {
  _Alignas(32) int table[64];
  _Alignas(32) float floats[16];
  for (int i = 0; i < 64; i++) table[i] = i * 7;
  for (int i = 0; i < 16; i++) floats[i] = (float)i * 0.5f;
  __m256i sum = _mm256_setzero_si256();
  __m256 product = _mm256_load_ps(floats);
  unsigned long bits = 0x123456789abcdefful;
  for (int i = 0; i < rounds; i++) {
    const __m256i index =
        _mm256_and_si256(_mm256_add_epi32(sum, _mm256_set1_epi32(i)), _mm256_set1_epi32(63));
    sum = _mm256_add_epi32(sum, _mm256_i32gather_epi32(table, index, 4));
    sum = _mm256_permutevar8x32_epi32(sum, _mm256_setr_epi32(7, 0, 1, 2, 3, 4, 5, 6));
    sum = _mm256_shuffle_epi8(sum, _mm256_set1_epi64x(0x0607040502030001));
    product = _mm256_fmadd_ps(product, _mm256_set1_ps(0.5f), _mm256_load_ps(floats + 8));
    const __m128i half = _mm256_cvtps_ph(product, 0);
    product = _mm256_blendv_ps(product, _mm256_cvtph_ps(half), _mm256_castsi256_ps(sum));
    bits ^= _pdep_u64(bits, 0x00ff00ff00ff00fful) + _pext_u64(bits, 0xf0f0f0f0f0f0f0f0ul);
    bits += _tzcnt_u64(bits) + _lzcnt_u64(bits) + (unsigned long)_mm_popcnt_u64(bits) + _bzhi_u64(bits, 17);
    unsigned long long high = 0;
    bits ^= _mulx_u64(bits, 0x9e3779b97f4a7c15ul, &high);
    bits += high + _andn_u64(bits, high) + _blsr_u64(high);
    unsigned long swapped = 0;
    __asm__("movbe %1, %0\n\trorx $13, %0, %0\n\tsarx %0, %0, %0" : "=r"(swapped) : "m"(bits));
    bits ^= swapped;
    int saved[8];
    _mm256_maskstore_epi32(saved, _mm256_cmpgt_epi32(sum, index), sum);
    if (_mm256_testz_si256(sum, index)) bits++;
  }
  float last[8];
  _mm256_storeu_ps(last, product);
  unsigned parts[8];
  _mm256_storeu_si256((__m256i*)parts, sum);
  _mm256_zeroupper();
  for (int i = 0; i < 8; i++) bits += parts[i] + (unsigned long)last[i];
  return bits;
}

int main(void) {
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma") || !__builtin_cpu_supports("bmi2")) {
    puts("no AVX2");
    return 0;
  }
  printf("%lx\n", work(200));
  return 0;
}
