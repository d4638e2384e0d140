# shellcheck shell=sh
# Finds Java for ./gateway and ./mvnw; sourced by both. POSIX sh.

JAVA_WANTED=25

# The feature version of the Java in folder $1 ("25"), or nothing. Reads the `release` file and starts Java only
# where there is none: asking ten JVMs for their version would cost seconds.
java_version() {
  [ -x "$1/bin/java" ] || return 0
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release")
  else
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
  fi
  case "$version" in
    1.*) version=${version#1.} ;; # 1.8.0_402 is Java 8
  esac
  printf '%s\n' "${version%%[!0-9]*}"
}

# Whether folder $1 holds a Java that is new enough; with $2 = compiler, one that can compile too.
java_fits() {
  [ "${2:-}" != compiler ] || [ -x "$1/bin/javac" ] || return 1
  found=$(java_version "$1")
  [ -n "$found" ] && [ "$found" -ge "$JAVA_WANTED" ]
}

# The folder behind the `java` on the PATH, with links followed.
java_on_path() {
  java=$(command -v java 2>/dev/null) || return 0
  while [ -L "$java" ]; do
    target=$(readlink "$java")
    case "$target" in
      /*) java=$target ;;
      *) java=$(dirname "$java")/$target ;;
    esac
  done
  dirname "$(dirname "$java")"
}

# Prints the home of the first Java that fits: JAVA_HOME, the PATH, then the usual folders. $1 = compiler or runtime.
find_java() {
  path_home=$(java_on_path)
  for home in \
    "${JAVA_HOME:-}" \
    "$path_home" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/java \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
    "$HOME"/.jdks/* "$HOME"/.jbang/cache/jdks/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$home" ] && java_fits "$home" "${1:-}"; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  return 1
}

# Says what to install, and gives up.
no_java() {
  cat >&2 <<EOF
Gemini Gateway needs a JDK $JAVA_WANTED or newer, and none was found in JAVA_HOME, on the PATH or in the usual folders.
Install one, for example:
  Debian, Ubuntu   apt-get install openjdk-$JAVA_WANTED-jdk   (or temurin-$JAVA_WANTED-jdk from adoptium.net)
  macOS            brew install openjdk@$JAVA_WANTED
  anywhere         sdk install java $JAVA_WANTED-tem          (sdkman.io)
or point JAVA_HOME at one that you have.
EOF
  exit 1
}
