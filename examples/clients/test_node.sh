#!/bin/sh
# The clients in Node: their packages come from npm's registry, as package-lock.json says, into
# build/clients-node. better-sqlite3 is compiled there, once.
. examples/clients/lib.sh

folder=build/clients-node
if ! command -v npm >/dev/null || [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
  echo "skipped: better-sqlite3 needs Node 20, and npm"
  exit 0
fi

# The headers of Node that it is compiled with are Node's own or Debian's; nothing is downloaded
# but the packages.
install_packages() {
  mkdir -p $folder && cp $clients/node/* $folder || return
  cmp -s $folder/package-lock.json $folder/installed.json && return
  (cd $folder && JOBS=max npm_config_build_from_source=true npm_config_nodedir=/usr \
    npm ci --no-audit --no-fund >npm.log 2>&1 && cp package-lock.json installed.json) ||
    { cat $folder/npm.log; return 1; }
}

if install_packages; then
  client node_pg node $folder/node_pg.mjs
  client better_sqlite3 node $folder/node_better_sqlite3.mjs "$work/node.db"
else
  echo "not ok npm installs the packages"
  failed=1
fi
finish
