// A description that no adaptor wrote.
#include <vector>
#undef EFFK_ADAPTOR
#define EFFK_ADAPTOR(...)

__attribute__((section(".effk_types"), used)) static const char forged[] = "ok:str(list[i64])); system(\"true\"";
extern "C" __attribute__((visibility("default"))) void effk_call(void**, void*) {}
