// An interpreter whose instructions jump to the next one, another around a switch, calls through pointers.
#include <stdio.h>

enum { kPush, kAdd, kMultiply, kDecrement, kLoop, kEnd };

static long threaded(const unsigned char* code, long counter) {
  static const void* const kLabels[] = {&&push, &&add, &&multiply, &&decrement, &&loop, &&end};
  const unsigned char* at = code;
  long stack[16];
  long* top = stack;
  *top = 1;
#define NEXT goto* kLabels[*at++]
  NEXT;
push:
  *++top = *at++;
  NEXT;
add:
  top[-1] += *top;
  top--;
  NEXT;
multiply:
  top[-1] = (top[-1] * *top) & 0xffffff;
  top--;
  NEXT;
decrement:
  counter--;
  NEXT;
loop:
  if (counter > 0) at = code;
  NEXT;
end:
  return *top;
}

static long switched(const unsigned char* code, long counter) {
  long stack[16] = {1};
  long* top = stack;
  for (const unsigned char* at = code;;) {
    switch (*at++) {
      case kPush:
        *++top = *at++;
        break;
      case kAdd:
        top--;
        top[0] += top[1];
        break;
      case kMultiply:
        top--;
        top[0] = (top[0] * top[1]) & 0xffffff;
        break;
      case kDecrement:
        counter--;
        break;
      case kLoop:
        if (counter > 0) at = code;
        break;
      default:
        return *top;
    }
  }
}

int main(void) {
  static const unsigned char kCode[] = {kPush, 3, kMultiply, kPush, 7, kAdd, kDecrement, kLoop, kEnd};
  long (*const ways[])(const unsigned char*, long) = {threaded, switched};
  long total = 0;
  for (int i = 0; i < 6; i++) total += ways[i & 1](kCode, 100 + i);
  printf("%ld\n", total);
  return 0;
}
