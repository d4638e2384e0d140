# shellcheck shell=bash
# A pretend Google and a question to a gateway in front of it, for deploy/check and benchmarks/start.

# Starts the simulator of jar $2 with Java $1, with its files in folder $3; exports where it is, and its process in
# GOOGLE_PROCESS. Its accounts are in $3/accounts.
start_google() {
  local folder=$3 base
  "$1" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$2" io.geminigateway.simulator.Main --http-port 0 --https-port 0 \
    --accounts ada:key --write-accounts "$folder/accounts" >"$folder/google.env" 2>"$folder/google.log" </dev/null &
  export GOOGLE_PROCESS=$!
  until_true grep -q OAUTH_CLIENT_SECRET "$folder/google.env" || { cat "$folder/google.log" >&2; return 1; }
  base=$(sed -n 's/.*also listens on \(https:[^,]*\),.*/\1/p' "$folder/google.env")
  UPSTREAM_CA_FILE=$(sed -n 's/.*, trusting //p' "$folder/google.env")
  export GEMINI_API_ENDPOINT=$base CODE_ASSIST_ENDPOINT=$base VERTEX_ENDPOINT=$base UPSTREAM_CA_FILE
}

until_true() { # command...; waits a minute at most
  for _ in $(seq 600); do
    "$@" && return 0
    sleep 0.1
  done
  return 1
}

# Asks the gateway on port $1 a question and prints the head and body of its answer.
ask() {
  local body='{"model":"gemini-3.8-flash","messages":[{"role":"user","content":"echo: good morning"}]}'
  exec 3<>"/dev/tcp/127.0.0.1/$1"
  printf 'POST /v1/chat/completions HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%s' \
    "${#body}" "$body" >&3
  cat <&3
  exec 3>&-
}
