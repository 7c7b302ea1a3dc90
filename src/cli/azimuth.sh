#!/bin/sh
# azimuth: passes its arguments to the running Azimuth and prints what it answers. It understands none of them.
#
# It speaks HTTP over a socket in the profile's folder; docs/command-line.md has the protocol. The answer's body is stdout
# and goes from curl straight to ours; stderr and the exit code are in its headers. This is POSIX sh on purpose (dash,
# macOS, BusyBox), and forks as little as possible: programs call it for every token.
#
# Under the name az it takes the place of Azure CLI: docs/az-shim.md.

# An installed copy has written here which client it is a copy of (or the AppImage that has it), and its profile.
origin=
appimage=
profile=

# What az answers; every other command line goes to the real one.
answered='|login|logout|account show|account list|account set|account clear|account get-access-token|account tenant list|cloud list|cloud show|cloud set|cloud register|cloud update|cloud unregister|version|--version|'

fail() {
  printf 'ERROR: %s\n' "$1" >&2
  exit 1
}

# Sets $run, the folder of the socket, from the place where Electron keeps an app's data.
find_profile() {
  if [ -n "${AZIMUTH_HOME-}" ]; then
    run=$AZIMUTH_HOME/run
    return
  fi
  if [ -n "$profile" ]; then
    AZIMUTH_HOME=$profile
    export AZIMUTH_HOME
    run=$profile/run
    return
  fi
  home=${HOME-}
  if [ -z "$home" ]; then
    # Some SDKs start us with nothing but PATH: the password database knows where home is.
    ask_home
    [ -n "$home" ] || fail "Set HOME or AZIMUTH_HOME: there is no way to tell where Azimuth's profile is."
  fi
  if [ -d /System/Library/CoreServices ]; then
    run="$home/Library/Application Support/Azimuth/run"
    return
  fi
  case ${XDG_CONFIG_HOME-} in
  /*) run=$XDG_CONFIG_HOME/Azimuth/run ;;
  *) run=$home/.config/Azimuth/run ;;
  esac
}

# Sets $home from the password database, which macOS keeps elsewhere.
ask_home() {
  if [ -d /System/Library/CoreServices ]; then
    home=$(dscl . -read "/Users/$(id -un)" NFSHomeDirectory)
    home=${home#NFSHomeDirectory: }
    return
  fi
  IFS=: read -r _ _ _ _ _ home _ <<EOF
$(getent passwd "$(id -u)")
EOF
}

# Becomes the real az, unless this is a command that we answer. That is the first az on PATH that is none of us: what is
# linked to us, or copied from us, has our second line.
pass_on() {
  case $answered in
  *"|${1-}|"* | *"|${1-} ${2-}|"* | *"|${1-} ${2-} ${3-}|"*) return ;;
  esac
  rest=$PATH:
  while [ -n "$rest" ]; do
    real=${rest%%:*}
    real=${real:-.}/az
    rest=${rest#*:}
    # shellcheck disable=SC2093 # what follows is for when there is none
    [ -f "$real" ] && [ -x "$real" ] && ! is_ours "$real" && exec "$real" "$@"
  done
  printf "ERROR: '%s' needs Azure CLI, and there is none on PATH: Azimuth answers only what is about accounts and tokens.\n" "az${1:+ $1}" >&2
  exit 2
}

is_ours() {
  line=
  {
    IFS= read -r _
    IFS= read -r line
  } <"$1" 2>/dev/null
  case $line in
  '# azimuth: '*) return 0 ;;
  *) return 1 ;;
  esac
}

# Sets $socket and $folder. A profile whose path is too long for a socket says in azimuth.at where it is instead.
find_socket() {
  folder=$run
  socket=$run/azimuth.sock
  if [ ! -S "$socket" ] && [ -f "$run/azimuth.at" ]; then
    trust "$run"
    [ ! -L "$run/azimuth.at" ] && [ -O "$run/azimuth.at" ] || distrust "$run/azimuth.at"
    IFS= read -r socket <"$run/azimuth.at"
    folder=${socket%/*}
  fi
}

distrust() {
  fail "$1 is not yours alone, so Azimuth is not asked. Remove it, then run 'az login'."
}

trust() {
  [ ! -L "$1" ] && [ -d "$1" ] && [ -O "$1" ] || distrust "$1"
}

# Sends one request, whose texts are the arguments, prints the body of the answer, and sets $answer to its headers.
# Arguments travel on stdin: the process list shows nothing of them.
ask() {
  # shellcheck disable=SC2086 # $limit is several words, or none
  answer=$(
    printf '%s\0' "$@" |
      curl --disable --silent --fail --noproxy '*' --unix-socket "$socket" $limit \
        --header 'Content-Type: application/octet-stream' --header 'Expect:' --data-binary @- \
        --dump-header /dev/fd/3 --output - http://azimuth/v1/command 3>&1 >&4 4>&- 2>/dev/null
  )
}

# Asks until there is somebody to ask; $spent counts the milliseconds that starting took.
ask_first() {
  spent=0
  while :; do
    find_socket
    if [ -S "$socket" ]; then
      trust "$folder"
      [ ! -L "$socket" ] && [ -O "$socket" ] || distrust "$socket"
      ask "name=$name" "parent=$PPID" "self=$$" "spent=$spent" "cwd=$PWD" ${TZ+"tz=$TZ"} \
        ${AZIMUTH_CONTEXT:+"context=$AZIMUTH_CONTEXT"} ${person:+"person=yes"} \
        ${colour:+"colour=yes"} ${seen:+"path=$PATH" "set=$seen"} '' "$@"
      status=$?
      # 7: nobody listens.
      [ "$status" -eq 7 ] || return "$status"
    fi
    if [ "$spent" -eq 0 ]; then
      [ "${1-}" != quit ] || { printf 'Azimuth is not running.\n' && exit 0; }
      start
    fi
    [ "$spent" -lt 5000 ] ||
      fail "Azimuth is not running and could not be started. Start it ($program), then run 'az login'."
    sleep 0.1
    spent=$((spent + 100))
  done
}

# Starts Azimuth in the background: from a checkout the headless host, from a package the app without its window.
start() {
  if [ -n "$appimage" ]; then
    program=$appimage
    launch "$program" --hidden
    return
  fi
  self=${origin:-$0}
  case $self in
  */*) ;;
  *) self=$(command -v -- "$self") ;;
  esac
  while [ -L "$self" ]; do
    link=$(readlink "$self")
    case $link in
    /*) self=$link ;;
    *) self=${self%/*}/$link ;;
    esac
  done
  top=$(cd "${self%/*}/../.." && pwd -P) || fail 'Azimuth is not running, and its program was not found.'
  if [ -f "$top/out/main/headless.js" ] && [ -x "$top/node_modules/.bin/node" ]; then
    program="$top/node_modules/.bin/node $top/out/main/headless.js"
    set -- "$top/node_modules/.bin/node" "$top/out/main/headless.js"
  elif [ -x "$top/azimuth" ]; then
    program=$top/azimuth
    set -- "$program" --hidden
  elif [ -x "$top/MacOS/Azimuth" ]; then
    program=$top/MacOS/Azimuth
    set -- "$program" --hidden
  else
    fail "Azimuth is not running, and its program was not found. Start it, then run 'az login'."
  fi
  launch "$@"
}

launch() {
  (
    # It outlives the terminal, and must not keep the terminal's folder busy.
    case ${AZIMUTH_HOME-/} in
    /*) cd / ;;
    esac
    exec nohup "$@" </dev/null >/dev/null 2>&1 4>&-
  ) &
}

# Sets $value to a field of the answer's headers; each ends in a semicolon, so that no carriage return is in the way.
field() {
  case $answer in
  *"$1: "*)
    value=${answer#*"$1: "}
    value=${value%%;*}
    ;;
  *) value= ;;
  esac
}

# Prints a question and sets $typed to the line that is typed, which the terminal does not show unless $2 says so. Without a
# terminal the line is read from stdin as it comes.
listen() {
  printf '%b' "$1" >&2
  shown=
  if [ -t 0 ] && [ -z "$2" ]; then
    shown=$(stty -g)
    trap 'stty "$shown"; exit 130' INT TERM HUP
    stty -echo
  fi
  IFS= read -r typed
  if [ -n "$shown" ]; then
    stty "$shown"
    trap - INT TERM HUP
  fi
  # Where the terminal has shown what was typed, it has ended the line too.
  if [ -n "$shown" ] || [ ! -t 0 ]; then printf '\n' >&2; fi
}

# Becomes the program of `azimuth run`: the first of the arguments says how many of the others are ours. The variables come
# one a word, each a NAME=VALUE in the escapes of printf; nothing of them is read as shell. A proxy must not see the secret.
become() {
  skip=$(($1 + 1))
  shift "$skip"
  field Azimuth-Environment
  set -f
  for word in $value; do
    export "$(printf '%b' "$word")"
  done
  export NO_PROXY="${NO_PROXY:+$NO_PROXY,}127.0.0.1" no_proxy="${no_proxy:+$no_proxy,}127.0.0.1"
  exec 4>&-
  command -v -- "$1" >/dev/null || {
    printf "ERROR: The program '%s' was not found.\n" "$1" >&2
    exit 127
  }
  exec "$@"
}

# Waits until the program has let go of its socket, so that the next command does not find the one that ends.
await_end() {
  waited=0
  while [ -S "$socket" ] && [ "$waited" -lt 50 ]; do
    sleep 0.1
    waited=$((waited + 1))
  done
}

name=azimuth
colour=
seen=
if [ "${0##*/}" = az ]; then
  name=az
  pass_on "$@"
fi
[ ! -t 1 ] || [ ! -t 2 ] || [ -n "${NO_COLOR-}" ] || colour=yes
# Only the doctor looks at what surrounds us, and learns the names of variables, never what is in them.
[ "${1-}" != doctor ] || seen=$(env | sed -n 's/^\([A-Za-z_]*\)=.*/\1/p' | tr '\n' ' ')
command -v curl >/dev/null || fail 'The azimuth command needs curl. Install it and try again.'
exec 4>&1
# Whether somebody can be asked: what they would read goes to stderr.
person=
[ ! -t 0 ] || [ ! -t 2 ] || person=yes
find_profile
limit='--max-time 6'
ask_first "$@"
status=$?
while :; do
  # 22: a refusal, which is an answer too.
  case $status in
  0 | 22) ;;
  23) fail 'The output could not be written.' ;;
  28) fail "Azimuth did not answer in time. Try again; if that does not help, restart it and run 'az login'." ;;
  *) fail "Azimuth ended before its answer was complete. Try again; if that does not help, run 'az login'." ;;
  esac
  field Azimuth-Stderr
  printf '%b' "$value" >&2
  field Azimuth-Next
  next=$value
  if [ -z "$next" ]; then
    field Azimuth-Become
    [ -z "$value" ] || become "$value" "$@"
    [ "$*" != quit ] || await_end
    field Azimuth-Exit
    exit "${value:-1}"
  fi
  field Azimuth-Unhurried
  [ -z "$value" ] || limit=
  field Azimuth-Openly
  openly=$value
  field Azimuth-Ask
  typed=
  if [ -n "$value" ]; then
    listen "$value" "$openly"
    ask "next=$next" "answer=$typed" ''
  else
    ask "next=$next" ''
  fi
  status=$?
  typed=
done
