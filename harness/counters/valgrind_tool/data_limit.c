/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Refuses mappings beyond the limit on data, as the kernel's RLIMIT_DATA does for a native program.
 *
 * The kernel cannot do it here: valgrind's own tables are data of the same process, and valgrind dies when it
 * is refused memory. So the guest's calls are looked at before valgrind carries them out. Data is what the
 * guest may write to, without its first stack. It is added up anew each time: a few hundred segments at most,
 * and no running total can drift. The base is what there is when the limit is first looked at, which is what
 * there was when it was set, or less.
 *
 * Forked processes of a driver are also refused executable memory that was not mapped from a file: the seccomp
 * filter has to allow it, because valgrind makes code as long as the guest runs.
 */
#include "core_of_valgrind.h"
#include "effk_tool.h"
#include "pub_tool_aspacemgr.h"
#include "pub_tool_libcbase.h"
#include "pub_tool_vki.h"

enum { kMostSegments = 30000 /* as many as valgrind can hold */ };
static Addr starts[kMostSegments];

static ULong whole_pages(ULong bytes) {
  return (bytes + VKI_PAGE_SIZE - 1) & ~(ULong)(VKI_PAGE_SIZE - 1);
}

/* Bytes in [from, to) that the guest may write to. */
static ULong data_between(Addr from, Addr to) {
  const Int count = VG_(am_get_segment_starts)(SkAnonC | SkFileC | SkShmC, starts, kMostSegments);
  ULong bytes = 0;
  Int i;
  for (i = 0; i < count; i++) {
    const NSegment* segment = VG_(am_find_nsegment)(starts[i]);
    Addr low, high;
    if (segment == NULL || !segment->hasW) continue;
    if (segment->start <= VG_(clstk_end) && VG_(clstk_end) <= segment->end) continue;
    low = segment->start > from ? segment->start : from;
    high = segment->end + 1 < to ? segment->end + 1 : to;
    if (low < high) bytes += high - low;
  }
  return bytes;
}

/* Whether data may grow by so much; a refusal is counted. */
static Bool may_grow_by(ULong bytes) {
  ULong data;
  if (effk_slot.growth_limit == 0 || bytes == 0) return True;
  data = data_between(0, ~(Addr)0);
  if (effk_slot.base_bytes == 0) effk_slot.base_bytes = data;
  effk_slot.data_bytes = data;
  if (bytes <= effk_slot.growth_limit && data + bytes <= effk_slot.base_bytes + effk_slot.growth_limit) {
    return True;
  }
  effk_slot.refused++;
  return False;
}

static SysRes error_result(UWord error) {
  SysRes result;
  VG_(memset)(&result, 0, sizeof result);
  result._isError = True;
  result._val = error;
  return result;
}

static void refuse(CoreSyscallStatus* status, UWord error) {
  status->what = CoreSyscallComplete;
  status->result = error_result(error);
}

SysRes __real_vgModuleLocal_generic_PRE_sys_mmap(ThreadId tid, UWord start, UWord length, UWord prot,
                                                 UWord flags, UWord fd, Off64T offset);
SysRes __wrap_vgModuleLocal_generic_PRE_sys_mmap(ThreadId tid, UWord start, UWord length, UWord prot,
                                                 UWord flags, UWord fd, Off64T offset);

SysRes __wrap_vgModuleLocal_generic_PRE_sys_mmap(ThreadId tid, UWord start, UWord length, UWord prot,
                                                 UWord flags, UWord fd, Off64T offset) {
  if (effk_refuses_new_code && (prot & VKI_PROT_EXEC) && ((flags & VKI_MAP_ANONYMOUS) || (prot & VKI_PROT_WRITE))) {
    return error_result(VKI_EPERM);
  }
  if ((prot & VKI_PROT_WRITE) && effk_slot.growth_limit != 0) {
    const ULong wanted = whole_pages(length);
    const ULong there = (flags & VKI_MAP_FIXED) ? data_between(start, start + wanted) : 0;
    if (wanted < length || !may_grow_by(wanted - there)) return error_result(VKI_ENOMEM);
  }
  return __real_vgModuleLocal_generic_PRE_sys_mmap(tid, start, length, prot, flags, fd, offset);
}

#define WRAP_BEFORE(name)                                                                              \
  void __real_vgSysWrap_generic_sys_##name##_before(ThreadId tid, void* layout, CoreSyscallArgs* args, \
                                                    CoreSyscallStatus* status, UWord* flags);          \
  void __wrap_vgSysWrap_generic_sys_##name##_before(ThreadId tid, void* layout, CoreSyscallArgs* args, \
                                                    CoreSyscallStatus* status, UWord* flags);          \
  void __wrap_vgSysWrap_generic_sys_##name##_before(ThreadId tid, void* layout, CoreSyscallArgs* args, \
                                                    CoreSyscallStatus* status, UWord* flags)

WRAP_BEFORE(mprotect) {
  const Addr start = args->arg1;
  const ULong length = whole_pages(args->arg2);
  if (effk_refuses_new_code && (args->arg3 & VKI_PROT_EXEC)) {
    refuse(status, VKI_EPERM);
    return;
  }
  if ((args->arg3 & VKI_PROT_WRITE) && effk_slot.growth_limit != 0 &&
      !may_grow_by(length - data_between(start, start + length))) {
    refuse(status, VKI_ENOMEM);
    return;
  }
  __real_vgSysWrap_generic_sys_mprotect_before(tid, layout, args, status, flags);
}

WRAP_BEFORE(mremap) {
  const ULong old_length = whole_pages(args->arg2);
  const ULong new_length = whole_pages(args->arg3);
  const NSegment* segment = VG_(am_find_nsegment)(args->arg1);
  if (segment != NULL && segment->hasW && new_length > old_length && !may_grow_by(new_length - old_length)) {
    refuse(status, VKI_ENOMEM);
    return;
  }
  __real_vgSysWrap_generic_sys_mremap_before(tid, layout, args, status, flags);
}

/* A refused brk answers where the heap ends now. */
WRAP_BEFORE(brk) {
  const Addr now = VG_(brk_limit);
  if (args->arg1 > now && !may_grow_by(whole_pages(args->arg1) - whole_pages(now))) {
    VG_(memset)(&status->result, 0, sizeof status->result);
    status->result._val = now;
    status->what = CoreSyscallComplete;
    return;
  }
  __real_vgSysWrap_generic_sys_brk_before(tid, layout, args, status, flags);
}
