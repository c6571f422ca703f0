/* Nine instructions, of which one is repeated a thousand times, one once, and one not at all. */
        .globl _start
        .text
_start: lea here(%rip), %rdi
        mov $1000, %ecx
        rep stosb
        mov $1, %ecx
        rep stosb
        rep stosb
        mov $60, %eax
        xor %edi, %edi
        syscall
        .bss
here:   .skip 2000
        .section .note.GNU-stack, "", @progbits
