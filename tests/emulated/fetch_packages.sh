#!/bin/sh
# Fetches Debian's arm64 kernel and the arm64 libraries that the test links, and unpacks them.
#
#   fetch_packages.sh FOLDER     makes FOLDER/root; what is there already is kept
#
# apt works on state of its own beneath FOLDER: the machine's architectures, lists and packages stay as they are, and no
# privilege is needed.
set -eu
folder=$(mkdir -p "$1" && cd "$1" && pwd)
[ -e "$folder/root/complete" ] && exit 0

rm -rf "$folder/root" "$folder/apt"
mkdir -p "$folder/root" "$folder/apt/lists/partial" "$folder/apt/cache/archives/partial" "$folder/apt/packages"
: >"$folder/apt/status"
cat >"$folder/apt/apt.conf" <<END
Dir::State "$folder/apt";
Dir::State::lists "$folder/apt/lists";
Dir::State::status "$folder/apt/status";
Dir::Cache "$folder/apt/cache";
APT::Architecture "arm64";
APT::Architectures { "arm64"; };
APT::Sandbox::User "root";
Acquire::Languages "none";
END
export APT_CONFIG="$folder/apt/apt.conf"
apt-get update -qq

# The packages without a version in their names only name others.
named_by() { apt-cache depends "$1" | sed -n "s/^ *Depends: \($2.*\)/\1/p" | head -n 1; }
kernel=$(named_by linux-image-cloud-arm64 linux-image-)
filesystem=$(named_by libboost-filesystem-dev libboost-filesystem)
cd "$folder/apt/packages"
apt-get download -qq "$kernel" "$filesystem" libgtest-dev libgmock-dev libpfm4-dev
for package in *.deb; do dpkg-deb -x "$package" "$folder/root"; done
cp "$folder"/root/boot/vmlinuz-* "$folder/root/kernel"
rm -rf "$folder/root/lib/modules"
touch "$folder/root/complete"
