# 常用命令。“make” 或 “make help” 列出全部；demo 和 test 会自己建好 .venv，不需要先装任何东西。
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules

VENV := .venv
# 别家工具（Typst、WeasyPrint）另放一处，不和自己的依赖混在一起
BENCH := .venv-bench
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
CASEPRESS := $(VENV)/bin/casepress
CASE ?= content/wuhou.yaml
OUT ?= out
# 用哪个解释器建 .venv：默认在 PATH 上找 3.11 或更新的；也可以 make demo PYTHON=/path/to/python3
PYTHON ?=

.PHONY: help
help:  ## 列出命令
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1	/' | expand -t 20

.PHONY: demo
demo: $(VENV)/.runtime  ## 把 content/wuhou.yaml 做成 out/ 里的画册和课件
	@$(CASEPRESS) build $(CASE) -o $(OUT)
	@echo "做好了：用 PDF 阅读器打开画册，用 PowerPoint 或 WPS 打开课件。"

.PHONY: test
test: $(VENV)/.dev  ## 运行全部测试
	@$(PY) -m pytest -n auto -q $(ARGS)

.PHONY: lint
lint: $(VENV)/.dev  ## 格式、规则和类型检查
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports --no-cache --no-logo

.PHONY: format
format: $(VENV)/.dev  ## 自动整理代码格式
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .

.PHONY: bench
bench: $(VENV)/.dev $(BENCH)/.peers  ## 和 Typst + pandoc 等比快慢、内存、增长，写进 docs/benchmarks.md（需要 pandoc）
	@command -v pandoc >/dev/null || { echo "先装 pandoc：apt install pandoc"; exit 1; }
	@$(PY) benchmarks/run.py $(CASE) --peers $(BENCH)/bin/python $(ARGS)

.PHONY: showcase
showcase: $(VENV)/.dev  ## 重做 README 里的样张（需要 poppler 和 LibreOffice）
	@$(PY) tools/showcase.py $(CASE) docs/images/showcase.png
	@$(PY) tools/showcase.py $(CASE) docs/images/layouts.png --layouts zhujin,moqing,plain,gongwen

.PHONY: update-refs
update-refs: $(VENV)/.dev  ## 版面有意改过之后，重画 tests/pictures/references
	@$(PY) -m tests.pictures.update

.PHONY: specimen
specimen: $(VENV)/.runtime  ## 重做 docs/specimen.pdf：排版规则逐条样张
	@$(PY) tools/specimen.py

.PHONY: reference
reference: $(VENV)/.runtime  ## 重做 docs 里的键、项目一览和 case.schema.json（改了案例的键、版式之后）
	@$(PY) tools/make_reference.py
	@$(PY) tools/layout_reference.py

.PHONY: lock
lock:  ## 重新生成锁文件（需要 uv）
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --custom-compile-command "make lock" --group build pyproject.toml -o requirements.lock
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --custom-compile-command "make lock" --all-extras --group build --group dev \
	  --constraints requirements.lock pyproject.toml -o requirements-dev.lock
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --custom-compile-command "make lock" --group bench \
	  --constraints requirements-dev.lock -o requirements-bench.lock

.PHONY: clean
clean:  ## 删除生成的文件和 .venv
	@rm -rf $(VENV) $(BENCH) $(OUT) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +

$(PY):
	@tools/make_venv.sh "$(VENV)" "$(PYTHON)"

$(VENV)/.runtime: requirements.lock pyproject.toml | $(PY)
	@echo "安装依赖（按 requirements.lock，核对哈希）……"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(PY) -m compileall -q src
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	@echo "安装开发工具（按 requirements-dev.lock）……"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(BENCH)/.peers: requirements-bench.lock
	@tools/make_venv.sh "$(BENCH)" "$(PYTHON)"
	@$(BENCH)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements-bench.lock
	@touch $@
