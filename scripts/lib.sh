# In: pairs command:package. Out: the packages of missing commands installed, where apt-get is there to do it.

# install_missing COMMAND:PACKAGE ...
install_missing() {
  local missing=() pair
  for pair in "$@"; do
    command -v "${pair%%:*}" >/dev/null 2>&1 || missing+=("${pair#*:}")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  install_packages "${missing[@]}"
}

# install_packages PACKAGE ...
install_packages() {
  local sudo=""
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "Please install these packages (their names on Debian): $*" >&2
    return 1
  fi
  [ "$(id -u)" = 0 ] || sudo="sudo"
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}
