# shellcheck shell=bash
# Builds the gateway and the benchmarks, for compare, jmh and pool beside this; they source it from the root.

# shellcheck source=launcher/jdk.sh
. launcher/jdk.sh

java=$(find_java compiler)/bin/java || no_java

# Builds and copies what runs to folder $1, so that a later build cannot pull it from under a running measurement.
# Leaves the class path in $class_path.
build_to() {
  ./mvnw -q -ntp -Dmaven.test.skip -Dspotless.check.skip -pl simulator,app,benchmarks package >&2
  rm -rf "$1"
  mkdir -p "$1/launcher"
  cp gateway app/target/gemini-gateway.jar "$1"
  cp launcher/jdk.sh "$1/launcher"
  cp -r benchmarks/target/classes "$1/benchmarks"
  class_path=$1/benchmarks:$(sed "s|[^:]*/app/target/gemini-gateway.jar|$1/gemini-gateway.jar|" benchmarks/target/classpath)
}
