# shellcheck shell=bash
# A person at a real terminal (tmux), and the pretend Google that is in the gateway's jar, for the scripts that try the
# wizard out. Who sources it has set `work`, a folder of its own; and calls leave_terminal and leave_google at the end.

work=${work:?a folder to write to}
sitting=0
socket=gateway-terminal-$$
google=

# Makes sure that the programs $@ are there, by Debian's packages of these names if need be.
need_programs() {
  local program
  for program in "$@"; do
    command -v "$program" >/dev/null && continue
    { command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; } || { echo "$0: needs $program installed" >&2; return 1; }
    echo "Installing $program ..." >&2
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$program"; } \
      >"$work/apt.log" 2>&1 </dev/null || { cat "$work/apt.log" >&2; return 1; }
  done
}

# Starts the simulator of jar $2 with Java $1; its accounts' files are in $work/google, and $work/settings is what a
# gateway in front of it must know, as `export` lines.
pretend_google() {
  "$1" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "$2" io.geminigateway.simulator.Main --http-port 0 --https-port 0 \
    --accounts ada:key,eve:key,bob:login,carol:service-account --write-accounts "$work/google" \
    >"$work/google.env" 2>"$work/google.log" </dev/null &
  google=$!
  touch "$work/google.env"
  for _ in $(seq 150); do
    ! grep -q OAUTH_CLIENT_SECRET "$work/google.env" || break
    kill -0 "$google" 2>/dev/null || { cat "$work/google.log" >&2; return 1; }
    sleep 0.2
  done
  grep -v OAUTH_CLIENT "$work/google.env" >"$work/settings"
  export no_proxy=127.0.0.1,localhost NO_PROXY=127.0.0.1,localhost
}

leave_google() { [ -z "$google" ] || kill "$google" 2>/dev/null || true; }

# Opens a terminal of $2 columns and $3 lines in which the shell script $1 runs.
open_terminal() {
  leave_terminal
  sitting=$((sitting + 1))
  socket=gateway-terminal-$$-$sitting # a server that is going takes no new session
  LC_ALL=C.UTF-8 tmux -L "$socket" -f /dev/null new-session -d -s wizard -x "$2" -y "$3" \
    "env TERM=screen-256color LC_ALL=C.UTF-8 sh '$1'"
}

leave_terminal() { tmux -L "$socket" kill-server 2>/dev/null || true; }

screen() { tmux -L "$socket" capture-pane -J -p -t wizard -S -300; }

sees() { # waits until the screen shows $1
  for _ in $(seq 150); do
    ! screen | grep -qF -- "$1" || return 0
    sleep 0.2
  done
  echo "  the screen does not show '$1' but:"
  screen | grep -v '^ *$' | tail -n 40 | sed 's/^/    /'
  return 1
}

keys() { tmux -L "$socket" send-keys -t wizard "$@"; }
types() { tmux -L "$socket" send-keys -t wizard -l -- "$1" && keys Enter; }
pastes() { # as a terminal does: between marks, line breaks and all
  printf '%s' "$1" | tmux -L "$socket" load-buffer -
  tmux -L "$socket" paste-buffer -p -t wizard
}
