"use strict";

const WORDS = {
  zh: {
    zoom: "大小", source: "YAML", brochure: "画册", deck: "课件",
    problems: (n) => (n ? `问题 ${n} 处` : "没有发现问题"), checking: "检查中……",
    fresh: (s) => `已是最新，用时 ${s} 秒`,
    stale: "案例有错误，下面是上一次的页面", away: "和程序断开了，等它回来……",
    line: (n) => `第 ${n} 行`, editor: "在编辑器中打开", page: (p, n) => `${p} ${n}`,
    severity: { error: "错误", warning: "警告", advice: "建议" }, remedy: "处理：", cause: "原因：",
  },
  en: {
    zoom: "Size", source: "YAML", brochure: "Brochure", deck: "Deck",
    problems: (n) => (n ? `${n} problem(s)` : "No problems found"), checking: "Checking…",
    fresh: (s) => `Up to date, took ${s} s`,
    stale: "The case has errors; these are the last good pages",
    away: "Disconnected; waiting for the program…",
    line: (n) => `line ${n}`, editor: "Open in editor", page: (p, n) => `${p} ${n}`,
    severity: { error: "error", warning: "warning", advice: "advice" },
    remedy: "Remedy: ", cause: "Cause: ",
  },
};
const $ = (id) => document.getElementById(id);
let words = WORDS.zh;
let state = null;
let shownLine = 0;
let chosen = "brochure";
const widths = { brochure: 420, deck: 560 };

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== "list") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function product() {
  return state.products.find((one) => one.name === chosen) || state.products[0];
}

// The buttons stay while pages come and go: one that is pressed or has the focus must not vanish.
function showTabs() {
  const tabs = [...$("tabs").children];
  if (tabs.map((tab) => tab.value).join() !== state.products.map((one) => one.name).join()) {
    $("tabs").replaceChildren(...state.products.map((one) =>
      make("button", {
        type: "button", role: "tab", value: one.name, onclick: () => choose(one.name),
      })));
  }
  state.products.forEach((one, index) => {
    const tab = $("tabs").children[index];
    tab.ariaSelected = String(one.name === chosen);
    tab.textContent = `${words[one.name]} ${one.sheets.length}`;
  });
  $("zoom").value = widths[chosen];
}

function choose(name) {
  chosen = name;
  showTabs();
  showPages();
  $("pages").scrollTop = 0;
}

function showPages() {
  const one = product();
  if (!one) return $("pages").replaceChildren();
  const kept = [...$("pages").children];
  const scale = window.devicePixelRatio || 1;
  const figures = one.sheets.map((sheet, index) => {
    const source = `/page/${one.name}/${index + 1}.png`
      + `?k=${one.key}&w=${Math.round(widths[chosen] * scale)}`;
    const old = kept[index] && kept[index].dataset.product === one.name ? kept[index] : null;
    return figure(one, sheet, index, source, old);
  });
  $("pages").replaceChildren(...figures);
  mark();
}

function figure(one, sheet, index, source, old) {
  const caption = words.page(words[one.name], sheet.label);
  const picture = old ? old.querySelector("img") : make("img", { loading: "lazy" });
  picture.alt = caption;
  if (picture.getAttribute("src") !== source) swap(picture, source);
  const box = make("div", { className: "sheet" }, picture, ...sheet.regions.map(region));
  const made = make("figure", { id: `${one.name}-${index + 1}` }, box,
    make("figcaption", {}, caption));
  made.dataset.product = one.name;
  made.style.width = `${widths[chosen]}px`;
  picture.style.aspectRatio = `${sheet.width} / ${sheet.height}`;
  return made;
}

/* The old picture stays until the new one is there: no flicker. */
function swap(picture, source) {
  if (!picture.getAttribute("src")) { picture.src = source; return; }
  const next = new Image();
  picture.dataset.next = source;
  next.onload = () => { if (picture.dataset.next === source) picture.src = source; };
  next.src = source;
}

function region([left, top, width, height, line]) {
  const made = make("button", {
    type: "button", className: "region", title: words.line(line), ariaLabel: words.line(line),
    onclick: () => showLine(line, { source: true }),
  });
  made.dataset.line = line;
  Object.assign(made.style, {
    left: `${left * 100}%`, top: `${top * 100}%`,
    width: `${width * 100}%`, height: `${height * 100}%`,
  });
  return made;
}

function showProblems() {
  const found = state.problems;
  $("problems-title").textContent = state.checked ? words.problems(found.length) : words.checking;
  $("list").replaceChildren(...found.map((one) => {
    const place = one.place && one.place.file === state.case ? one.place.line : 0;
    const label = [words.severity[one.severity], one.id && `[${one.id}]`].filter(Boolean).join(" ");
    const where = one.place ? `${one.place.file.split("/").pop()}:${one.place.line}` : "";
    const body = make("button", {
      type: "button", className: one.severity,
      onclick: () => place && showLine(place, { source: true, page: true }),
    }, make("b", {}, label), ` ${one.message}`);
    const more = [where, one.label, one.cause && words.cause + one.cause,
      one.remedy && words.remedy + one.remedy].filter(Boolean);
    body.append(...more.map((text) => make("small", {}, text)));
    return make("li", {}, body);
  }));
}

function showSource() {
  const wrong = new Set(state.problems.filter((p) => p.place && p.place.file === state.case)
    .map((p) => p.place.line));
  const lines = state.source.split("\n");
  $("yaml").replaceChildren(...lines.map((text, index) => make("span", {
    className: wrong.has(index + 1) ? "wrong" : "", "data-n": index + 1,
    onclick: () => showLine(index + 1, { page: true }),
  }, text || " ")));
}

function showLine(line, { source = false, page = false } = {}) {
  shownLine = line;
  mark();
  const row = $("yaml").children[line - 1];
  if (source && row) row.scrollIntoView({ block: "center" });
  const spot = document.querySelector(".region.shown");
  if (page && spot) spot.scrollIntoView({ block: "center" });
  if (state.editor) {
    $("editor").hidden = false;
    $("editor").textContent = `${words.editor} ${line}`;
    $("editor").href = state.editor.replace("{line}", line);
  }
}

function mark() {
  for (const one of document.querySelectorAll(".region")) {
    one.classList.toggle("shown", Number(one.dataset.line) === shownLine);
  }
  for (const one of $("yaml").querySelectorAll(".shown")) one.classList.remove("shown");
  const row = $("yaml").children[shownLine - 1];
  if (row) row.classList.add("shown");
}

function showStatus(away = false) {
  const status = $("status");
  status.className = away || state.stale ? "stale" : "";
  status.textContent = away ? words.away : state.stale ? words.stale
    : state.checked ? words.fresh(state.seconds) : words.checking;
  $("pages").classList.toggle("stale", !away && state.stale);
}

async function refresh() {
  const before = state;
  state = await (await fetch("/state.json", { cache: "no-store" })).json();
  words = WORDS[state.language] || WORDS.zh;
  document.documentElement.lang = state.language === "en" ? "en" : "zh-CN";
  document.documentElement.dataset.version = state.version;
  document.title = `${state.case.split("/").pop()} · casepress`;
  $("case").textContent = state.case;
  for (const one of document.querySelectorAll("[data-words]")) {
    one.textContent = words[one.dataset.words];
  }
  const keys = (s) => s && s.products.map((p) => p.name + p.key).join();
  if (keys(before) !== keys(state)) { showTabs(); showPages(); }
  if (!before || before.source !== state.source || state.checked) showSource();
  showProblems();
  showStatus();
  mark();
}

function listen() {
  const events = new EventSource("/events");
  events.onmessage = () => { refresh().catch(() => showStatus(true)); };
  events.onerror = () => { if (state) showStatus(true); };
}

$("zoom").addEventListener("input", (event) => {
  widths[chosen] = Number(event.target.value);
  for (const one of $("pages").children) one.style.width = `${widths[chosen]}px`;
});
$("zoom").addEventListener("change", showPages);
listen();
