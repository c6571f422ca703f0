long long recurrence_term(vector<long long> coefficients, vector<long long> initial, long long n, long long modulus) {
    if (n < initial.size()) {
        return initial[n] % modulus;
    }
    long long result = 0;
    for (int i = 0; i < coefficients.size(); i++) {
        result += coefficients[i] * recurrence_term(coefficients, initial, n - i - 1, modulus);
        result %= modulus;
    }
    return result;
}
