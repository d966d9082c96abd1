#!/usr/bin/env bash
# Runs all tests: installs what they need when it is missing, builds once, runs the App's suite on SQLite and on a throw-away PostgreSQL,
# and ends with one line "N passed, N failed". Exit code 0 only when everything passed.
set -uo pipefail
cd "$(dirname "$0")/.."
export FONDS_TEST_COMPLETE=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en CI="${CI:-true}"
export DOTNET_TieredPGO=0   # hundreds of hosts start: nothing runs long enough to be worth profiling
[ ! -d ../shared/xsd ] || export FONDS_SHARED_REQUIRED=1   # what lies there must be read
passed=0 failed=0 skipped=0 broken=0
log=$(mktemp)

missing_packages() {
  command -v chromium >/dev/null || echo chromium
  command -v git >/dev/null || echo git
  command -v node >/dev/null || echo nodejs
  command -v npm >/dev/null || echo npm
  { command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; } || echo postgresql
  fc-list 2>/dev/null | grep -qi liberation || echo fonts-liberation
}

install_missing() {
  local packages as_root=""
  packages=$(missing_packages)
  [ -n "$packages" ] || return 0
  echo "Installing:" $packages
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || { echo "Please install these packages first:" $packages; echo "0 passed, 1 failed"; exit 1; }
    as_root="sudo -n"
  fi
  $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $packages >/dev/null || { echo "0 passed, 1 failed"; exit 1; }
}

# Starts PostgreSQL in a temporary folder on a free port; sets FONDS_TEST_POSTGRES.
start_postgres() {
  local port
  bin=$(dirname "$(command -v initdb || ls /usr/lib/postgresql/*/bin/initdb | tail -n 1)")
  pg=$(mktemp -d)
  port=$(( 20000 + RANDOM % 20000 ))
  as=""
  if [ "$(id -u)" = 0 ]; then chown postgres "$pg"; as="runuser -u postgres --"; fi
  $as "$bin/initdb" -D "$pg/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync --no-instructions >/dev/null || return 1
  $as "$bin/pg_ctl" -D "$pg/data" -l "$pg/log" -w -t 60 \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=300" start || return 1
  stop_postgres() { $as "$bin/pg_ctl" -D "$pg/data" -m immediate -w stop >/dev/null; rm -rf "$pg"; }
  trap stop_postgres EXIT
  export FONDS_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
}

# run NAME PROJECT [arguments]: one test project, its counts added to the sum.
run() {
  local name=$1 project=$2 line code
  shift 2
  echo "== $name"
  dotnet test "tests/$project" -c Release --no-build --nologo --logger "console;verbosity=minimal" "$@" 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  line=$(grep -E '(Passed!|Failed!) +- Failed:' "$log" | tail -n 1)
  if [ -z "$line" ]; then echo "== $name did not finish"; broken=1; return; fi
  if [ "$code" != 0 ] && grep -q 'Failed: *0,' <<<"$line"; then echo "== $name failed beside its tests"; broken=1; fi
  failed=$(( failed + $(sed -E 's/.*Failed: +([0-9]+).*/\1/' <<<"$line") ))
  passed=$(( passed + $(sed -E 's/.*Passed: +([0-9]+).*/\1/' <<<"$line") ))
  skipped=$(( skipped + $(sed -E 's/.*Skipped: +([0-9]+).*/\1/' <<<"$line") ))
}

install_missing
dotnet restore FondsWorkflow.sln --locked-mode -v q || {
  echo "The packages don't restore as the lock files say. If the change is meant: dotnet restore FondsWorkflow.sln --force-evaluate, and commit every packages.lock.json."
  echo "0 passed, 1 failed"; exit 1
}
dotnet build FondsWorkflow.sln -c Release --no-restore --nologo -v q || { echo "The build failed."; echo "0 passed, 1 failed"; exit 1; }

run "Banking" FondsWorkflow.Banking.Tests
run "Fund" FondsWorkflow.Fund.Tests
run "Engine" FondsWorkflow.Engine.Tests
run "App on SQLite" FondsWorkflow.App.Tests
run "Browser" FondsWorkflow.Browser.Tests
if start_postgres; then
  run "App on PostgreSQL" FondsWorkflow.App.Tests
else
  echo "== PostgreSQL did not start"; broken=1
fi

[ "$broken" = 0 ] || failed=$(( failed + 1 ))
[ "$skipped" = 0 ] || echo "$skipped skipped"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
