/* harness/toolchain/drivers/python_failure.h -- one line of text about why a sample gave no value.
 *
 *   Scope    after mark 0 these read exceptions and types that a sample made, by layout, and call none of its
 *            code: a __str__ that loops would burn the budget in the driver's name.
 *   Threads  the caller holds the GIL.
 */
#ifndef EFFK_DRIVERS_PYTHON_FAILURE_H
#define EFFK_DRIVERS_PYTHON_FAILURE_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "harness/toolchain/drivers/python_values.h"

enum { EFFK_FAILURE_TEXT = 512 };

/* Takes the pending exception. Returns EFFK_RESULT_NO_MEMORY for MemoryError itself, else
 * EFFK_RESULT_EXCEPTION, with "KeyError: 7 (line 3)" in `text`. */
unsigned int effk_describe_exception(char text[EFFK_FAILURE_TEXT]);

/* Takes the pending exception of a compilation: "SyntaxError: invalid syntax (line 3)". Trusted: runs no
 * sample code because none has been run. */
void effk_describe_compile_error(char text[EFFK_FAILURE_TEXT]);

/* Why the encoder refused a result, EFFK_NOT_A_VALUE or EFFK_TOO_DEEP. */
void effk_describe_bad_result(enum EffkEncoding why, const PyTypeObject* culprit,
                              char text[EFFK_FAILURE_TEXT]);

#endif
