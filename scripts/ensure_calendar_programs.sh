#!/bin/sh
# The feeds are read by real calendar programs in tests: two for Node.js from their lock file, three of Debian's.
set -eu
here=$(cd "$(dirname "$0")/../tests/calendar_programs" && pwd)
libical() { "${PYTHON:-python3}" -c 'import ctypes; ctypes.CDLL("libical.so.3")' 2>/dev/null; }
missing=""
libical || missing="$missing libical3"
php -r 'require "Sabre/VObject/autoload.php";' 2>/dev/null || missing="$missing php-cli php-sabre-vobject"
command -v calcurse >/dev/null 2>&1 || missing="$missing calcurse"
if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then missing="$missing nodejs npm"; fi
if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ]; then
        apt-get update -qq
        # shellcheck disable=SC2086  # several names
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    else
        echo "The calendar tests need$missing: install them (Debian: sudo apt-get install$missing) and run make test again." >&2
        exit 1
    fi
fi
# npm writes its own lock into node_modules: when ours is not newer, everything is there.
if [ "$here/node_modules/.package-lock.json" -nt "$here/package-lock.json" ]; then exit 0; fi
cd "$here"
npm ci --omit-lockfile-registry-resolved --no-audit --no-fund --ignore-scripts --loglevel=error >/dev/null
touch node_modules/.package-lock.json
