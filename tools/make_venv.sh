#!/usr/bin/env bash
# Make a virtual environment from the first Python that is new enough, or say clearly what is missing.
# Usage: tools/make_venv.sh DIRECTORY [PYTHON]
set -euo pipefail
directory=$1
candidates=("${2:-}")
[ -n "${candidates[0]}" ] || candidates=(python3 python3.14 python3.13 python3.12 python3.11 python)

seen=""
for python in "${candidates[@]}"; do
  version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
  seen="$seen $python=$version"
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || continue
  if ! "$python" -m venv "$directory"; then
    rm -rf "$directory"
    echo "错误：$python 不能建立虚拟环境。Debian、Ubuntu 上请先安装 python3-venv。" >&2
    echo "error: $python cannot make a virtual environment (on Debian or Ubuntu: install python3-venv)." >&2
    exit 1
  fi
  exit 0
done
echo "错误：casepress 需要 Python 3.11 或更新的版本；这里只找到：${seen:- 没有 Python}。" >&2
echo "      装好后重试，或指明解释器：make demo PYTHON=/path/to/python3.11" >&2
echo "error: casepress needs Python 3.11 or newer; found:${seen:- none}." >&2
exit 1
