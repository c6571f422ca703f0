#include <cstdint>
#include <vector>

// Top-down merge sort, ping-pong buffers, insertion sort for small ranges.
class Counter {
public:
    explicit Counter(const std::vector<int>& values) : a_(values), b_(values) {}

    long long run() {
        return a_.empty() ? 0 : sort(a_.data(), b_.data(), static_cast<int>(a_.size()));
    }

private:
    // Leaves the sorted range in `out`; `in` and `out` hold the same elements on entry.
    static long long sort(int* out, int* in, int n) {
        long long count = 0;
        if (n <= 12) {
            for (int i = 1; i < n; ++i) {
                const int x = out[i];
                int j = i;
                for (; j > 0 && out[j - 1] > x; --j) out[j] = out[j - 1];
                out[j] = x;
                count += i - j;
            }
            return count;
        }
        const int half = n / 2;
        count = sort(in, out, half) + sort(in + half, out + half, n - half);
        const int *l = in, *le = in + half, *r = le, *re = in + n;
        for (;;) {
            if (*r < *l) {
                count += le - l;
                *out++ = *r++;
                if (r == re) {
                    while (l != le) *out++ = *l++;
                    return count;
                }
            } else {
                *out++ = *l++;
                if (l == le) {
                    while (r != re) *out++ = *r++;
                    return count;
                }
            }
        }
    }

    std::vector<int> a_, b_;
};

long long count_inversions(const std::vector<int>& values) {
    return Counter(values).run();
}
