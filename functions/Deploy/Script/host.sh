fail() {
  local code=$1
  shift
  printf 'bluegreen: %s\n' "$*"
  exit "$code"
}

open_directory() {
  directory=${BLUEGREEN_DIRECTORY:-$install_directory}
  [[ $directory == /* ]] ||
    fail 64 "BLUEGREEN_DIRECTORY is '$directory'; it must be an absolute path. Correct the host's directory in the target's options."
  mkdir -p -- "$directory/releases" ||
    fail 73 "The directory '$directory/releases' cannot be made by '$(id -un)'. Make it, or give it to that user."
  if [[ -e $directory/current && ! -L $directory/current ]]; then
    fail 73 "'$directory/current' is not a symbolic link, so it cannot be switched. Move it away and release again."
  fi

  release_directory=$directory/releases/$release
  log=$directory/releases/$release.log
  take_lock
}

take_lock() {
  exec 9>>"$directory/.bluegreen.lock" ||
    fail 73 "The lock '$directory/.bluegreen.lock' cannot be opened by '$(id -un)'. Give '$directory' to that user."
  flock -w "$lock_wait" 9 ||
    fail 75 "Another run has held '$directory/.bluegreen.lock' for more than $lock_wait seconds. Wait for it or end it, then release again."
}

# The release that 'current' links to, or nothing.
current_release() {
  if [[ -d $directory/current/ ]]; then
    basename -- "$(readlink -- "$directory/current")"
  fi
}

# Written whole or not at all.
write_marker() {
  printf '%s\n' "$2" >"$1.new"
  mv -T -- "$1.new" "$1"
}

hook_environment() {
  unset BLUEGREEN_ARTIFACT
  export BLUEGREEN_APP=$app BLUEGREEN_VERSION=$version BLUEGREEN_RELEASE=$release BLUEGREEN_DIRECTORY=$directory
  export BLUEGREEN_COLOR=${BLUEGREEN_COLOR:-} BLUEGREEN_HOST=${BLUEGREEN_HOST:-} BLUEGREEN_PREVIOUS=$previous
}

run_hook() {
  local name=$1 where=$2 command=$3 code=0 begin
  printf 'hook %s: %s\n' "$name" "${command:0:200}" | tee -a -- "$log"
  begin=$(stat -c %s -- "$log")
  run_apart "$where" "$command" >>"$log" 2>&1 || code=$?
  print_log_since "$begin"
  if ((code != 0)); then
    fail "$code" "The hook '$name' ended with exit code $code: '${command:0:200}'. The whole output is in '$log'." \
      "Mend the command or the artifact and release again."
  fi
}

# The last lines only, also when a daemon goes on writing.
print_log_since() {
  local begin=$1 end
  end=$(stat -c %s -- "$log")
  if ((end - begin > 8000)); then begin=$((end - 8000)); fi
  { tail -c +$((begin + 1)) -- "$log" | head -c 8000 | tail -n 20 | cut -c 1-400 | sed 's/^/  | /'; } || true
}

# A daemon that the command leaves behind has none of our files: not the pipe to the caller, not the lock. The subshell
# itself holds the lock, so that no other run begins while the command of a killed run goes on.
run_apart() (
  code=0
  cd -- "$1" || exit 72
  bash -c "$2" </dev/null 9>&- || code=$?
  exit "$code"
)
