# Sourced by ./touchline and .ci/run: sets JDK to the home of a JDK 25, or to nothing.

is_jdk_25() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  if [ -r "$1/release" ]; then
    grep -q '^JAVA_VERSION="25[".+-]' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | grep -q 'version "25[".+-]'
  fi
}

find_jdk_25() {
  JDK=
  if [ -n "${JAVA_HOME:-}" ] && is_jdk_25 "$JAVA_HOME"; then
    JDK=$JAVA_HOME
    return 0
  fi
  on_path=$(command -v java 2>/dev/null || true)
  if [ -n "$on_path" ]; then
    on_path=$(readlink -f "$on_path" 2>/dev/null || printf %s "$on_path")
    on_path=$(dirname "$(dirname "$on_path")")
    if is_jdk_25 "$on_path"; then
      JDK=$on_path
      return 0
    fi
  fi
  if [ -x /usr/libexec/java_home ]; then
    on_mac=$(/usr/libexec/java_home -F -v 25 2>/dev/null || true)
    if [ -n "$on_mac" ] && is_jdk_25 "$on_mac"; then
      JDK=$on_mac
      return 0
    fi
  fi
  for candidate in \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    "$HOME"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if is_jdk_25 "$candidate"; then
      JDK=$candidate
      return 0
    fi
  done
  return 1
}
