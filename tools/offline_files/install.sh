#!/usr/bin/env bash
# Installs srtool $version in the user's own folder: no rights, no network.
set -euo pipefail
here=$$(cd "$$(dirname "$$0")" && pwd)
target=$${XDG_DATA_HOME:-$$HOME/.local/share}/srtool
python=$$(command -v python$python || true)
if [ -z "$$python" ]; then
    echo "Python $python was not found; LEESMIJ.txt says what to ask for." >&2
    exit 1
fi
(cd "$$here" && sha256sum --check --quiet SHA256SUMS)
"$$python" -m venv "$$target"
"$$target/bin/python" -m pip install --quiet --disable-pip-version-check --no-index --find-links "$$here/wheels" --upgrade srtool
"$$target/bin/srtool" --version
echo "Done. Start srtool as: $$target/bin/srtool"
