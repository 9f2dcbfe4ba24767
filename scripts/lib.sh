# In: commands and libraries that are needed. Out: the packages of missing ones installed, where apt-get can do it.

# need_command COMMAND PACKAGE: remembers the package of a command that is missing.
need_command() {
  command -v "$1" >/dev/null 2>&1 || missing+=("$2")
}

# need_library NAME PACKAGE: remembers the package of a shared library that the loader does not find.
need_library() {
  ldconfig -p 2>/dev/null | grep -q "$1" || missing+=("$2")
}

# need_file GLOB PACKAGE: remembers the package of a file that is not there.
need_file() {
  compgen -G "$1" >/dev/null || missing+=("$2")
}

# install_missing: installs what the calls above remembered.
install_missing() {
  [ ${#missing[@]} -eq 0 ] && return 0
  local sudo=""
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "Please install these packages (their names on Debian): ${missing[*]}" >&2
    return 1
  fi
  [ "$(id -u)" = 0 ] || sudo="sudo"
  echo "== installing ${missing[*]}"
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  missing=()
}

# need_rust: cargo, by way of rustup where there is none at all.
need_rust() {
  export PATH="$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"
  command -v cargo >/dev/null 2>&1 && return 0
  need_command curl curl
  need_file /etc/ssl/certs/ca-certificates.crt ca-certificates
  install_missing
  echo "== installing Rust (https://rustup.rs)"
  curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y --profile minimal -c clippy -c rustfmt
}

# need_deny: cargo-deny, built below target where it is not installed; unoptimised, as it runs for three seconds only.
need_deny() {
  export PATH="$PATH:$PWD/target/tools/bin"
  command -v cargo-deny >/dev/null 2>&1 && return 0
  echo "== installing cargo-deny"
  CARGO_PROFILE_DEV_DEBUG=0 cargo install cargo-deny --version 0.20.2 --locked --debug --quiet --root target/tools
}

# need_window: what a window on X11 or Wayland loads when it starts, and OpenGL in software.
need_window() {
  need_library libxkbcommon.so.0 libxkbcommon0
  need_library libxkbcommon-x11.so.0 libxkbcommon-x11-0
  need_library libX11.so.6 libx11-6
  need_library libX11-xcb.so.1 libx11-xcb1
  need_library libXcursor.so.1 libxcursor1
  need_library libXi.so.6 libxi6
  need_library libXrandr.so.2 libxrandr2
  need_library libGL.so.1 libgl1
  need_library libEGL.so.1 libegl1
  need_file "/usr/lib/*/dri/swrast_dri.so" libgl1-mesa-dri
}

missing=()
