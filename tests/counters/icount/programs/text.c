// Numbers to text and back, searching in text, patterns.
#include <ctype.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

int main(void) {
  char text[2000] = "";
  size_t used = 0;
  for (int i = 0; i < 12; i++) {
    used += (size_t)snprintf(text + used, sizeof text - used, "%d %x %s %.5f %e %g|", i * 1001, i * 77,
                             "word", i / 3.0, i * 1e30, i * 1e-5);
  }
  double sum = 0;
  long whole = 0;
  for (char* part = strtok(text, "|"); part != NULL; part = strtok(NULL, "|")) {
    int number = 0;
    unsigned hex = 0;
    char word[8];
    double a = 0, b = 0;
    sum += sscanf(part, "%d %x %7s %lf %le", &number, &hex, word, &a, &b);
    whole += number + (long)hex + (long)strlen(word);
    sum += a + strtod(strrchr(part, ' '), NULL);
  }
  regex_t pattern;
  regmatch_t match[3];
  if (regcomp(&pattern, "([a-z]+)=([0-9]+)", REG_EXTENDED) != 0) return 1;
  const int failed = regexec(&pattern, "several words, and name=12345;", 3, match, 0);
  regfree(&pattern);
  char big[600];
  memset(big, 'a', sizeof big);
  big[599] = '\0';
  for (char* at = big; *at != '\0'; at += 50) *at = (char)toupper(*at);
  printf("%g %ld %d %d %zu %s %d %ls\n", sum, whole, failed, (int)match[2].rm_so, strcspn(big + 1, "A"),
         strstr(big, "Aaaa") == big ? "yes" : "no", memcmp(big, big + 50, 200), L"wide");
  return 0;
}
