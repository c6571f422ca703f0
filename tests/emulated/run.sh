#!/bin/sh
# Boots an emulated arm64 machine, whose processor has performance counters that the kernel's driver counts with, and
# runs the tests of the instrument `perf` there.
#
#   run.sh FOLDER [ARGUMENT...]     builds beneath FOLDER; the arguments go to the test program
#
# Exit status: the tests'; 77 if this machine cannot do it, which is said.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mkdir -p "$1" && cd "$1" && pwd)
shift

skip() {
  echo "skipped: $1"
  exit 77
}
for program in qemu-system-aarch64 aarch64-linux-gnu-g++ cpio cmake ninja apt-get dpkg-deb; do
  command -v "$program" >/dev/null || skip "there is no $program (apt-get install qemu-system-arm g++-aarch64-linux-gnu cpio)"
done
"$here/fetch_packages.sh" "$folder" >"$folder/fetch.log" 2>&1 ||
  skip "Debian's arm64 packages cannot be fetched: $(tail -n 1 "$folder/fetch.log")"

root=$folder/machine
{
  cmake -S "$here/machine" -B "$folder/build" -G Ninja --toolchain "$here/machine/arm64-linux.cmake" \
    "-DEFFK_ARM64_ROOT=$folder/root" &&
    cmake --build "$folder/build" &&
    rm -rf "$root" && cmake --install "$folder/build" --prefix "$root" --strip
} >"$folder/build.log" 2>&1 || { grep -E -A5 'error|FAILED' "$folder/build.log" | head -n 60; exit 1; }
mkdir -p "$root/proc" "$root/sys" "$root/dev" "$root/tmp"
(cd "$root" && find . | cpio -o -H newc -R 0:0 --quiet | gzip -1) >"$folder/initramfs"

# One processor: with more the emulator's counts drift. A virtual clock that goes by instructions is what makes it count
# them. `timeout`: the machine has no other way out of a test that hangs.
timeout --kill-after=10 500 qemu-system-aarch64 -M virt -cpu cortex-a57 -m 512 -smp 1 -icount shift=5 \
  -nographic -no-reboot -nodefaults -serial stdio -kernel "$folder/root/kernel" -initrd "$folder/initramfs" \
  -append "console=ttyAMA0 quiet loglevel=4 panic=-1 -- /effk/tests/bin/counting_test --gtest_color=no $*" \
  </dev/null | tr -d '\r' | tee "$folder/console.log"
[ "$(sed -n 's/^exit status //p' "$folder/console.log")" = 0 ]
