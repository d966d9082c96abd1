#!/usr/bin/env bash
# Regenerates the Initial migration of both providers from the model. Until the first release migrations are replaced, not stacked.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
rm -rf Data/Migrations
dotnet build -v q --nologo
dotnet ef migrations add Initial --no-build --context SqliteFondsDb --output-dir Data/Migrations/Sqlite
dotnet build -v q --nologo
dotnet ef migrations add Initial --no-build --context PostgresFondsDb --output-dir Data/Migrations/Postgres
