#!/usr/bin/env bash
# tomlkit 0.15.2: who deletes a table keeps its comment, and loses that of the next one.
# Expected: the comment above a table goes with it (or stays as a leftover); in any case those of other tables stay,
# for that is what the library is for.
# Seen: a comment above a heading belongs to the table before it. Delete [b] and `# about b` now stands above [c],
# while `# about c` is gone. The file is valid and says something false. Tables of an array do the same.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet tomlkit==0.15.2
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import tomlkit

TABLES = "# about a\n[a]\nx = 1\n\n# about b\n[b]\nx = 2\n\n# about c\n[c]\nx = 3\n"
ARRAY = TABLES.replace("[a]", "[[t]]").replace("[b]", "[[t]]").replace("[c]", "[[t]]")
document, array = tomlkit.parse(TABLES), tomlkit.parse(ARRAY)
assert tomlkit.dumps(document) == TABLES
del document["b"]
del array["t"][1]
print("tomlkit", version("tomlkit"), "after deleting the second of three tables:")
print("  " + tomlkit.dumps(document).replace("\n", "\n  "))
assert tomlkit.dumps(document) == "# about a\n[a]\nx = 1\n\n# about b\n[c]\nx = 3\n"
assert tomlkit.dumps(array) == "# about a\n[[t]]\nx = 1\n\n# about b\n[[t]]\nx = 3\n"
PY
