# Runs once: not again after it has succeeded, again when it was cut or failed.
main() {
  exec 2>&1
  umask 022
  open_directory
  previous=$(current_release)
  if [[ $migration == expand ]]; then
    check_digest
    unpack_release
  elif [[ $previous != "$release" ]]; then
    fail 66 "The current release of '$directory' is '$previous', not '$release', so its $migration migration is not run. Run it by hand if it is still wanted."
  fi

  if [[ -f $release_directory/.bluegreen-$migration ]]; then
    printf 'migration %s of %s has been run already\n' "$migration" "$release"
    return
  fi

  (umask 077 && touch -- "$log")
  hook_environment
  run_hook "$migration" "$release_directory" "$migration_command"
  write_marker "$release_directory/.bluegreen-$migration" "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
  printf 'migration %s of %s is done\n' "$migration" "$release"
}
