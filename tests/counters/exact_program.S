/* A program without any library, so that a debugger's single steps are all there is to count. It has loops,
 * calls, both ends of conditions, and the sequences that mean something to valgrind and nothing to a
 * processor. */
        .globl _start
        .text
twice:  call once
once:   inc %rbx
        ret

_start: xor %ebx, %ebx
        mov $1000, %ecx
1:      test $3, %ecx
        jnz 2f
        call twice
2:      cmp $500, %ecx
        jb 3f
        cmp $700, %ecx
        jae 3f
        inc %r8
3:      dec %ecx
        jnz 1b

        mov $7, %eax
        rolq $3, %rdi
        rolq $13, %rdi
        rolq $61, %rdi
        rolq $51, %rdi
        xchgq %rbx, %rbx
        rolq $3, %rdi
        rolq $13, %rdi
        rolq $61, %rdi
        rolq $51, %rdi
        xchgq %rdx, %rdx
        rolq $3, %rdi
        rolq $13, %rdi
        rolq $61, %rdi
        rolq $51, %rdi
        xchgq %rdi, %rdi
        rolq $3, %rdi
        rolq $13, %rdi
        /* not the sequence after all */
        rolq $61, %rdi
        rolq $50, %rdi

        mov $60, %eax
        xor %edi, %edi
        syscall
        .section .note.GNU-stack, "", @progbits
