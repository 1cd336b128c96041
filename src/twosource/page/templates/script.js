"use strict";
(() => {
  const page = document;
  page.documentElement.classList.add("on");
  const record = JSON.parse(page.getElementById("case").textContent);
  const findings = [...page.querySelectorAll(".finding")];
  const reports = new Map(record.reports.map((it) => [it.id, it]));
  const names = new Map(record.sources.map((it) => [it.id, it.name]));
  const points = new Map();
  let current = -1;

  const words = (report, span) => {
    // offsets count code points, the browser counts UTF-16 units
    if (!points.has(report)) points.set(report, [...reports.get(report).text]);
    return points.get(report).slice(span.start, span.end).join("");
  };
  const from = (report) => {
    const it = reports.get(report);
    return [it.outlet || it.id, it.published || it.updated || "date not given", it.url, "SHA-256 " + it.sha256]
      .filter(Boolean).join(", ");
  };
  const statement = (id) => {
    const it = record.statements.find((one) => one.id === id);
    const chain = it.chain.map((source) => names.get(source) || source);
    const who = chain.pop() || "source not named";
    const through = chain.length ? " (through " + chain.join(", ") + ")" : "";
    return "“" + it.content.map((span) => words(it.report, span)).join(" […] ") + "” – " + who + through + ", "
      + it.stance + ". " + from(it.report);
  };
  const claim = (id) => {
    const it = record.claims.find((one) => one.id === id);
    const least = it.independent_origins, most = it.most_origins;
    const rest = most > least ? least + " to " + most : String(least);
    return it.text + "\nTold in " + it.reports.length + " report(s), independent origins: " + rest + "\n"
      + it.mentions.map((one) => "“" + words(one.report, one) + "” " + from(one.report)).join("\n");
  };

  const copyOf = (element) => {
    const text = element.dataset.statement ? statement(element.dataset.statement)
      : element.dataset.claim ? claim(element.dataset.claim) : element.innerText.trim();
    return text + "\n[" + element.id.slice(1) + "]";
  };
  const copy = (text, button) => {
    const done = () => { button.textContent = "copied"; };
    if (navigator.clipboard && window.isSecureContext) { navigator.clipboard.writeText(text).then(done, () => {}); return; }
    const area = page.createElement("textarea");
    area.value = text;
    page.body.append(area);
    area.select();
    if (page.execCommand("copy")) done();
    area.remove();
    button.focus();
  };
  for (const element of findings) {
    const place = element.querySelector(".meta:last-of-type") || element;
    const button = page.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "copy";
    button.addEventListener("click", () => copy(copyOf(element), button));
    place.append(" · ", button);
  }

  const reveal = (element) => {
    for (let up = element; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
  };
  const go = (index) => {
    current = Math.max(0, Math.min(findings.length - 1, index));
    const element = findings[current];
    if (!element) return;
    reveal(element);
    element.focus({ preventScroll: true });
    location.hash = element.id;
  };
  const arrive = () => {
    const element = page.getElementById(location.hash.slice(1));
    if (!element) return;
    reveal(element);
    element.scrollIntoView();
    const index = findings.indexOf(element);
    if (index >= 0) current = index;
  };
  addEventListener("hashchange", arrive);
  if (location.hash) arrive();

  const box = (title) => {
    const dialog = page.createElement("dialog");
    dialog.setAttribute("aria-label", title);
    dialog.addEventListener("close", () => dialog.remove());
    page.body.append(dialog);
    return dialog;
  };
  const help = () => {
    const dialog = box("Help");
    const lines = [["j", "next finding"], ["k", "previous finding"], ["o", "its place in the report"],
      ["/", "search the findings"], ["?", "this help"], ["Esc", "close"]];
    for (const [key, text] of lines) {
      const line = page.createElement("p"), sign = page.createElement("kbd");
      sign.textContent = key;
      line.append(sign, " " + text);
      dialog.append(line);
    }
    dialog.showModal();
  };
  const search = () => {
    const dialog = box("Search the findings"), input = page.createElement("input"), list = page.createElement("ol");
    input.type = "search";
    input.setAttribute("aria-label", "Words to search for");
    const look = () => {
      const wanted = input.value.trim().toLowerCase();
      const hits = wanted ? findings.filter((it) => it.textContent.toLowerCase().includes(wanted)) : [];
      list.replaceChildren(...hits.slice(0, 50).map((it) => {
        const line = page.createElement("li"), link = page.createElement("a");
        link.href = "#" + it.id;
        link.textContent = it.id.slice(1) + " " + it.textContent.trim().replace(/\s+/g, " ").slice(0, 120);
        link.addEventListener("click", () => dialog.close());
        line.append(link);
        return line;
      }));
    };
    input.addEventListener("input", look);
    input.addEventListener("keydown", (event) => {
      const first = list.querySelector("a");
      if (event.key === "Enter" && first) { event.preventDefault(); first.click(); }
    });
    dialog.append(input, list);
    dialog.showModal();
    input.focus();
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (page.querySelector("dialog[open]")) return;
    const link = current >= 0 && findings[current].querySelector("a.origin");
    const keys = { j: () => go(current + 1), k: () => go(current - 1), o: () => link && link.click(), "/": search, "?": help };
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
})();
