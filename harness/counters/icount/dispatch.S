/* The door between copied code and the runtime. Copied code leaves through gs:[ICOUNT_ENTRY] with the program's
 * registers as they are; nothing is ever pushed on the program's stack. */
#include "harness/counters/icount/hidden_offsets.h"

#define REGISTER(n) %gs:ICOUNT_REGISTERS+8*n

  .text

  .globl icount_entry
  .type icount_entry, @function
icount_entry:
  mov %rax, REGISTER(0)
  mov %rcx, REGISTER(1)
  mov %rdx, REGISTER(2)
  mov %rbx, REGISTER(3)
  mov %rsp, REGISTER(4)
  mov %rbp, REGISTER(5)
  mov %rsi, REGISTER(6)
  mov %rdi, REGISTER(7)
  mov %r8, REGISTER(8)
  mov %r9, REGISTER(9)
  mov %r10, REGISTER(10)
  mov %r11, REGISTER(11)
  mov %r12, REGISTER(12)
  mov %r13, REGISTER(13)
  mov %r14, REGISTER(14)
  mov %r15, REGISTER(15)
  mov %gs:ICOUNT_STACK, %rsp
  pushfq
  popq %gs:ICOUNT_FLAGS
  pushq $0x202                  /* neither direction, nor alignment checks, nor single steps of the program */
  popfq
  mov %gs:ICOUNT_SELF, %rdi
  call icount_dispatch

  .globl icount_resume
  .type icount_resume, @function
icount_resume:
  cmpl $0, %gs:ICOUNT_ARRIVED   /* a signal since the runtime has last looked */
  jne icount_faulted
  mov %gs:ICOUNT_STACK, %rsp
  pushq %gs:ICOUNT_FLAGS
  popfq
  mov REGISTER(0), %rax
  mov REGISTER(1), %rcx
  mov REGISTER(2), %rdx
  mov REGISTER(3), %rbx
  mov REGISTER(4), %rsp
  mov REGISTER(5), %rbp
  mov REGISTER(6), %rsi
  mov REGISTER(7), %rdi
  mov REGISTER(8), %r8
  mov REGISTER(9), %r9
  mov REGISTER(10), %r10
  mov REGISTER(11), %r11
  mov REGISTER(12), %r12
  mov REGISTER(13), %r13
  mov REGISTER(14), %r14
  mov REGISTER(15), %r15
  jmp *%gs:ICOUNT_RESUME
  .globl icount_resume_end
icount_resume_end:

/* rdi: a Call of system_calls.h. Between the look and the system call a handler moves the program counter to
 * icount_forward_not_made; so no call waits for a signal that has come already. */
  .globl icount_forward
  .type icount_forward, @function
icount_forward:
  mov 0(%rdi), %rax
  mov 16(%rdi), %rsi
  mov 24(%rdi), %rdx
  mov 32(%rdi), %r10
  mov 40(%rdi), %r8
  mov 48(%rdi), %r9
  mov 8(%rdi), %rdi
  .globl icount_forward_begin
icount_forward_begin:
  cmpl $0, %gs:ICOUNT_ARRIVED
  jne icount_forward_not_made
  syscall
  .globl icount_forward_end
icount_forward_end:
  ret
  .globl icount_forward_not_made
icount_forward_not_made:
  mov $-512, %rax
  ret

/* An indirect jump that found no translation, or that of another address. */
  .globl icount_miss
  .type icount_miss, @function
icount_miss:
  mov %gs:ICOUNT_SAVED_RCX, %rcx
  movl $0xffffffff, %gs:ICOUNT_EXIT
  jmp icount_entry

/* The kernel's signal handler: rdi, rsi, rdx are its arguments. */
  .globl icount_signal
  .type icount_signal, @function
icount_signal:
  mov %rdx, %rcx
  mov %rsi, %rdx
  mov %edi, %esi
  mov %gs:ICOUNT_SELF, %rdi
  jmp icount_signal_seen

/* Where the kernel goes on after a fault of the program. */
  .globl icount_faulted
  .type icount_faulted, @function
icount_faulted:
  mov %gs:ICOUNT_STACK, %rsp
  mov %gs:ICOUNT_SELF, %rdi
  call icount_after_fault
  jmp icount_resume

/* What signal handlers return to. */
  .globl icount_restore
  .type icount_restore, @function
icount_restore:
  mov $15, %eax                 /* rt_sigreturn */
  syscall

/* Leaves the kernel's stack for icount's own, for good. */
  .globl icount_begin_on_own_stack
  .type icount_begin_on_own_stack, @function
icount_begin_on_own_stack:
  mov %gs:ICOUNT_STACK, %rsp
  mov %gs:ICOUNT_SELF, %rdi
  call icount_begin
  jmp icount_resume

/* The first instruction: nothing of the C world exists yet but the kernel's stack. */
  .globl _start
  .type _start, @function
_start:
  xor %ebp, %ebp
  mov %rsp, %rdi
  and $-16, %rsp
  call icount_start
  hlt

  .section .note.GNU-stack, "", @progbits
