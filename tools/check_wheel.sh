#!/usr/bin/env bash
# Prove that an installed wheel works far from the source tree: fonts, layouts, licences, a build.
# Usage: tools/check_wheel.sh DIRECTORY   (a scratch directory, emptied first)
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
rm -rf "$1"
mkdir -p "$1"
directory=$(cd "$1" && pwd)

"$root/.venv/bin/python" -m pip --disable-pip-version-check --quiet wheel \
  --no-deps --no-build-isolation --wheel-dir "$directory" "$root"
wheel=$(ls "$directory"/casepress-*.whl)
python3=$("$root/.venv/bin/python" -c 'import sys; print(sys._base_executable)')
"$python3" -m venv "$directory/venv"
"$directory/venv/bin/python" -m pip --disable-pip-version-check --quiet install \
  --require-hashes -r "$root/requirements.lock"
"$directory/venv/bin/python" -m pip --disable-pip-version-check --quiet install --no-deps "$wheel"

cd "$directory"
unset PYTHONPATH
venv/bin/python - <<'PYTHON'
from importlib.metadata import files
from pathlib import Path

import casepress

assert "venv" in casepress.__file__, casepress.__file__
names = {str(path) for path in files("casepress")}
licences = {Path(name).name for name in names if "licenses" in name}
fonts = {Path(name).stem for name in names if name.endswith(".ttf")}
assert "LICENSE" in licences and len([n for n in licences if n.startswith("OFL-")]) == 4, licences
assert len(fonts) == 7, fonts
assert "casepress/py.typed" in names
assert not any(name.startswith(("tests", "content")) for name in names)
PYTHON
venv/bin/casepress doctor
venv/bin/casepress new 试一试
venv/bin/casepress build 试一试.yaml -o out
test -s out/试一试-brochure.pdf && test -s out/试一试-deck.pptx
