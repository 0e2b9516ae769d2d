# The old version stays usable as long as possible: everything that can fail without it comes before its stop.
main() {
  exec 2>&1
  umask 022
  open_directory
  previous=$(current_release)
  if [[ $previous == "$release" ]]; then
    if [[ -f $release_directory/.bluegreen-verified ]] && is_unpacked; then
      printf 'release %s is current in %s already\n' "$release" "$directory"
      return
    fi

    # A run was cut after the switch: who was before is remembered, and what it may have started is stopped first.
    previous=$(cat -- "$directory/.bluegreen-previous" 2>/dev/null || true)
  fi

  check_digest
  unpack_release
  (umask 077 && touch -- "$log")
  hook_environment
  run_hooks install "$release_directory" ${install_hooks[@]+"${install_hooks[@]}"}
  stop_current
  switch_current
  run_hooks start "$release_directory" ${start_hooks[@]+"${start_hooks[@]}"}
  run_hooks verify "$release_directory" ${verify_hooks[@]+"${verify_hooks[@]}"}
  write_marker "$release_directory/.bluegreen-verified" "$sha256"
  prune_releases
  printf 'release %s is current in %s\n' "$release" "$directory"
}

run_hooks() {
  local name=$1 where=$2 command
  shift 2
  for command in "$@"; do
    run_hook "$name" "$where" "$command"
  done
}

stop_current() {
  local running
  running=$(current_release)
  if [[ -n $running ]]; then
    rm -f -- "$directory/releases/$running/.bluegreen-verified"
    run_hooks stop "$(readlink -f -- "$directory/current")" ${stop_hooks[@]+"${stop_hooks[@]}"}
  fi
}

switch_current() {
  write_marker "$directory/.bluegreen-previous" "$previous"
  rm -f -- "$directory/.current.new"
  ln -s -- "releases/$release" "$directory/.current.new"
  mv -T -- "$directory/.current.new" "$directory/current"
}

# Newest first by the time of unpacking; the current and the previous release are never removed.
prune_releases() {
  local name kept=0
  cd -- "$directory/releases"
  while read -r name; do
    name=${name%/.bluegreen-release}
    kept=$((kept + 1))
    if ((kept > keep)) && [[ $name != "$release" && $name != "$previous" ]]; then
      remove_tree "$name" || printf 'bluegreen: the old release %s could not be removed\n' "$name"
      rm -f -- "$name.log"
    fi
  done < <(ls -1t -- */.bluegreen-release)

  for name in .*.partial; do
    remove_tree "$name" || true
  done
}
