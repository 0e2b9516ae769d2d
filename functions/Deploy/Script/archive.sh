check_digest() {
  local artifact=${BLUEGREEN_ARTIFACT:-} actual
  [[ -f $artifact ]] || fail 66 "The artifact '$artifact' is not on this host. The provider has to deliver it before the script runs."
  actual=$(sha256sum <"$artifact")
  actual=${actual%% *}
  [[ $actual == "$sha256" ]] ||
    fail 65 "The artifact has the SHA-256 '$actual', not the announced '$sha256'. Nothing of it was run. Upload it again."
}

archive_kind() {
  case $(head -c 6 -- "$BLUEGREEN_ARTIFACT" | od -An -v -tx1 | tr -d ' \n') in
    1f8b*) echo gzip ;;
    fd377a585a00) echo xz ;;
    28b52ffd*) echo zstd ;;
    504b0304* | 504b0506*) echo zip ;;
    *) echo tar ;;
  esac
}

need() {
  command -v "$1" >/dev/null || fail 69 "This host has no '$1', which unpacks this artifact. Install it, or ship a .tar.gz."
}

tar_stream() {
  case $kind in
    tar) cat <"$BLUEGREEN_ARTIFACT" ;;
    *) "$kind" -dc <"$BLUEGREEN_ARTIFACT" ;;
  esac | head -c "$stream_limit"
}

# Memory is bounded too: a header may announce a name of gigabytes.
list_archive() (
  ulimit -v 2097152
  export LC_ALL=C TZ=UTC
  if [[ $kind == zip ]]; then
    unzip -Z -s "$BLUEGREEN_ARTIFACT" </dev/null
  else
    tar_stream | tar -t -v -f - --numeric-owner --quoting-style=escape
  fi
)

# Refuses before a byte is written. Only the single word "ok" lets an archive pass. The patterns of a line leave no doubt where
# its name begins: tar widens the column of the date for a year beyond 9999, and such a line is refused.
check_listing() {
  local answer
  answer=$({ list_archive || echo UNREADABLE; } | judge_listing) || true
  [[ $answer == ok ]] || fail 65 "The artifact is refused: ${answer:-its listing cannot be read}. Build it without that and release again."
}

judge_listing() {
  LC_ALL=C awk -v kind="$kind" -v max_entries="$max_entries" -v max_bytes="$max_bytes" '
    function refuse(why, entry) {
      if (!refused) printf "%s \047%s\047", why, substr(entry, 1, 200)
      refused = 1
      exit
    }

    # The path without empty and "." parts; ".." when any part goes up.
    function normal(path,    parts, n, i, out) {
      n = split(path, parts, "/")
      out = ""
      for (i = 1; i <= n; i++) {
        if (parts[i] == "..") return ".."
        if (parts[i] != "" && parts[i] != ".") out = out (out == "" ? "" : "/") parts[i]
      }
      return out
    }

    # A target may begin with as many ".." as its link is deep, and go only down after that: then no chain of links leads out.
    function leads_out(path, target,    parts, n, i, depth, down) {
      if (target == "" || target ~ /^\//) return 1
      depth = gsub(/\//, "/", path)
      n = split(target, parts, "/")
      for (i = 1; i <= n; i++) {
        if (parts[i] == "..") {
          if (down || --depth < 0) return 1
        } else if (parts[i] != "" && parts[i] != ".") down = 1
      }
      return 0
    }

    $0 == "UNREADABLE" { refuse("it is damaged or no archive of the kind", kind) }
    kind == "zip" && (/^Archive: / || /^Zip file size: / || /^[0-9]+ files?, /) { next }

    {
      if (++entries > max_entries) refuse("it has more entries than the allowed", max_entries)
      type = substr($0, 1, 1)
      if (kind == "zip") {
        if (type == "?") type = "-"
        if (!sub(/^[^ ]+ +[0-9.]+ +[^ ]+ +[0-9]+ +[^ ]+ +[^ ]+ +[0-9][0-9]-[A-Za-z][a-z][a-z]-[0-9][0-9] [0-9][0-9]:[0-9][0-9] /, "")) refuse("its listing has an unclear line", $0)
        size = 0
        if (type == "l") refuse("a link in a zip file cannot be checked:", $0)
        if ($0 ~ /\\/) refuse("a name has a backslash:", $0)
      } else {
        size = $3
        if (type !~ /^[-dlh]$/) refuse("it has a device, a pipe or something else that is no file, directory or link:", $0)
        if (!sub(/^[^ ]+ +[0-9]+\/[0-9]+ +[0-9]+ +[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9] /, "")) refuse("its listing has an unclear line", $0)
      }
      if (type !~ /^[-dlh]$/) refuse("it has a device, a pipe or something else that is no file, directory or link:", $0)
      bytes += size
      if (bytes > max_bytes) refuse("it unpacks to more bytes than the allowed", max_bytes)

      name = $0
      target = ""
      if (type == "l" || type == "h") {
        if (split($0, two, type == "l" ? " -> " : " link to ") != 2) refuse("a link has an unclear name:", $0)
        name = two[1]
        target = two[2]
      }
      if (name ~ /^\//) refuse("it has an absolute path:", name)
      path = normal(name)
      if (path == "..") refuse("a path goes up by \"..\":", name)
      if (path == "" && type != "d") refuse("it has an entry without a name:", $0)
      if (type == "l") {
        if (leads_out(path, target)) refuse("a link leads out of the release:", $0)
        if (path in links) refuse("a link is there twice:", path)
        links[path] = 1
      }
      if (type == "h") {
        if (target ~ /^\// || !(normal(target) in files)) refuse("a hard link does not name an earlier file of the archive:", $0)
      }
      if (type == "-" || type == "h") files[path] = 1
      paths[entries] = path
      types[entries] = type
    }

    END {
      if (refused) exit
      if (entries == 0) refuse("it is empty:", kind)
      for (i = 1; i <= entries; i++) {
        part = paths[i]
        if (types[i] != "l" && part in links) refuse("an entry has the name of a link:", part)
        while (match(part, /\/[^\/]*$/)) {
          part = substr(part, 1, RSTART - 1)
          if (part in links) refuse("an entry lies behind a link:", paths[i])
        }
      }
      print "ok"
    }'
}

# A zip file may lie about its sizes, so its contents are counted.
check_zip_size() {
  local bytes
  bytes=$({ unzip -p "$BLUEGREEN_ARTIFACT" </dev/null 2>/dev/null || true; } | head -c $((max_bytes + 1)) | wc -c) || true
  ((bytes <= max_bytes)) || fail 65 "The artifact is refused: it unpacks to more bytes than the allowed '$max_bytes'. Raise install.maxUnpackedMiB or ship less."
}

unpack_into() (
  ulimit -f $((max_bytes / 1024 + 1))
  if [[ $kind == zip ]]; then
    unzip -q -o -d "$1" "$BLUEGREEN_ARTIFACT" </dev/null
  else
    tar_stream | tar -x -f - -C "$1" --no-same-owner --no-same-permissions --delay-directory-restore
  fi
)

is_unpacked() {
  [[ -f $release_directory/.bluegreen-release && $(<"$release_directory/.bluegreen-release") == "$sha256" ]]
}

# The marker is inside before the rename: a release directory that has its name is complete.
unpack_release() {
  local partial=$directory/releases/.$release.partial
  if is_unpacked; then
    return
  fi

  if [[ -e $release_directory && $(current_release) == "$release" ]]; then
    fail 65 "'$release' is current on this host with other contents. Give the artifact a new version and release that."
  fi

  kind=$(archive_kind)
  case $kind in
    zip) need unzip ;;
    tar) need tar ;;
    *) need tar && need "$kind" ;;
  esac
  unset TAR_OPTIONS GZIP XZ_OPT XZ_DEFAULTS ZSTD_CLEVEL UNZIP ZIPINFO
  check_listing
  if [[ $kind == zip ]]; then check_zip_size; fi
  remove_tree "$partial"
  mkdir -- "$partial"
  if ! unpack_into "$partial"; then
    remove_tree "$partial"
    fail 65 "The artifact could not be unpacked into '$partial'. Look at the lines above: free space, or build it again."
  fi

  chmod -R u+rwX,go-w,ug-s -- "$partial"
  rm -rf -- "$partial/.bluegreen-"*
  printf '%s\n' "$sha256" >"$partial/.bluegreen-release"
  remove_tree "$release_directory"
  mv -T -- "$partial" "$release_directory"
  printf 'unpacked %s\n' "$release"
}

# What an application wrote may lack the right to be deleted.
remove_tree() {
  if [[ -e $1 ]]; then
    chmod -R u+rwX -- "$1" 2>/dev/null || true
    rm -rf -- "$1"
  fi
}
