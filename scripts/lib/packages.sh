# Debian packages: what vieworm needs, and how to get what is missing.
# Source this from the root of the checkout.

# The PostgreSQL that this Debian ships; another one that is installed is chosen by PG_MAJOR.
if [ -z "${PG_MAJOR:-}" ]; then
  case $(. /etc/os-release && echo "${VERSION_CODENAME:-}") in
    bookworm) PG_MAJOR=15 ;;
    trixie) PG_MAJOR=17 ;;
    *) PG_MAJOR=18 ;;
  esac
fi
PG_BINDIR=${PG_BINDIR:-/usr/lib/postgresql/$PG_MAJOR/bin} # or a copy of it elsewhere
export PG_MAJOR PG_BINDIR

packages_build="g++ make nlohmann-json3-dev"
packages_sqlite="cmake lemon libsqlite3-dev sqlite3"
packages_postgres="postgresql-$PG_MAJOR postgresql-server-dev-$PG_MAJOR"
packages_both_engines="librapidcheck-dev libpq-dev"
packages_test="catch2 $packages_both_engines python3 postgresql-$PG_MAJOR-cron"
packages_test="$packages_test clang libclang-rt-dev pkgconf sqlsmith"
packages_web="python3-fastapi uvicorn python3-sqlalchemy python3-greenlet python3-aiosqlite"
packages_web="$packages_web python3-asyncpg alembic"
packages_examples="$packages_web python3-httpx python3-flask python3-psycopg2 python3-psycopg"
packages_examples="$packages_examples python3-django curl procps"
packages_examples="$packages_examples libpostgresql-jdbc-java libxerial-sqlite-jdbc-java"
# A Node or a JDK from elsewhere is as good, and may not go together with Debian's.
command -v npm >/dev/null || packages_examples="$packages_examples nodejs npm libnode-dev"
command -v javac >/dev/null || packages_examples="$packages_examples default-jdk-headless"
# The reference for the layout of the source is clang-format 14, which only Debian 12 ships.
[ "$PG_MAJOR" != 15 ] || packages_test="$packages_test clang-format-14"

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

installed() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 "$@"
}

# need_packages NAME...: installs those that are missing; no call of apt when none is.
need_packages() {
  missing=
  for package in "$@"; do installed "$package" || missing="$missing $package"; done
  [ -n "$missing" ] || return 0

  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    echo "missing packages:$missing" >&2
    echo "Install them, or run this script as root or as a user with sudo." >&2
    exit 1
  fi
  echo "installing$missing (once)"
  log=$(mktemp)
  no_postgres_cluster=/etc/postgresql-common/createcluster.d/vieworm.conf
  if ! installed "postgresql-$PG_MAJOR"; then
    # Debian would create a cluster and start it; these scripts bring their own and leave none.
    as_root mkdir -p /etc/postgresql-common/createcluster.d
    echo "create_main_cluster = false" | as_root tee $no_postgres_cluster >/dev/null
  fi
  status=0
  { apt_get update && apt_get install --no-install-recommends $missing; } >"$log" 2>&1 || status=1
  as_root rm -f $no_postgres_cluster
  [ $status = 0 ] || { cat "$log" >&2; echo "apt-get failed" >&2; }
  rm -f "$log"
  [ $status = 0 ] || exit 1
}
