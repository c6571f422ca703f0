/* harness/toolchain/drivers/python_heap.h -- gives every child the same fresh memory for its small objects.
 *
 * CPython takes blocks of up to 512 bytes from arenas of 1 MiB. What the warm-up left free in them depends on
 * what it met (names in a folder, say), and where an arena lies within its 1 MiB on the libraries of the
 * interpreter; both reach counts through where the objects of a sample lie. So every free block is used up
 * before the first fork, and all arenas from then on lie at a multiple of their size.
 */
#pragma once

/* Once, when the interpreter is warm. */
void effk_settle_heap(void);
