# Set-up that both `truceline` and `check` need: the JDK, and Debian packages where this may install them. To be sourced.

# Finds a JDK 25 and exports JAVA_HOME; where none is found, installs Debian's or says what to install.
find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
    if [ -x "$candidate/bin/javac" ] && grep -qs '^JAVA_VERSION="25' "$candidate/release"; then
      export JAVA_HOME="$candidate"
      export PATH="$JAVA_HOME/bin:$PATH"
      return
    fi
  done
  if [ -z "${TRUCELINE_JDK_TRIED:-}" ] && can_install; then
    export TRUCELINE_JDK_TRIED=1
    install_packages openjdk-25-jdk-headless && find_jdk && return
  fi
  echo "Truceline needs a JDK 25: install openjdk-25-jdk (or Temurin 25) or set JAVA_HOME to one." >&2
  exit 6
}

# True where Debian packages can be installed without asking anybody.
can_install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null
}

# install_packages NAME...
install_packages() {
  (apt-get -o DPkg::Lock::Timeout=400 update && DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=400 \
    install -y --no-install-recommends "$@") >/dev/null 2>&1
}

# need_command COMMAND PACKAGE...: installs the packages where the command is missing, or says which to install.
need_command() {
  local name=$1
  shift
  command -v "$name" >/dev/null && return
  if can_install && install_packages "$@" && command -v "$name" >/dev/null; then
    return
  fi
  echo "Truceline needs '$name' here: install the Debian package(s) $*." >&2
  exit 6
}
