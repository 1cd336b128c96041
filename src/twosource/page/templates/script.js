"use strict";
(() => {
  const page = document;
  page.documentElement.classList.add("on");
  const findings = [...page.querySelectorAll(".f")];
  let current = -1;

  // what is copied: the finding, each wording with its report, and of each report outlet, date, address and hash
  const plain = (element) => {
    const twin = element.cloneNode(true);
    twin.querySelectorAll(".copy").forEach((it) => it.remove());
    twin.querySelectorAll("p, li, div").forEach((it) => { it.prepend(" "); it.append(" "); });
    return twin.textContent.replace(/\s+/g, " ").trim();
  };
  const place = (element) => {
    const words = element.querySelector("blockquote, :scope > span");
    const rest = [...element.querySelectorAll(".who, .when, .meta, small")].map(plain);
    return words ? "“" + plain(words) + "” – " + rest.filter(Boolean).join(", ") : plain(element);
  };
  const about = (letter) => {
    const report = page.getElementById(letter);
    const fact = (name) => [...report.querySelectorAll("dt")].filter((it) => it.textContent === name)
      .map((it) => it.nextElementSibling.textContent.trim())[0];
    const hash = fact("SHA-256");
    return letter + ": " + [fact("outlet") || fact("file"), fact("published") || fact("updated") || "date not given",
      fact("address"), hash && "SHA-256 " + hash].filter(Boolean).join(", ");
  };
  const copyOf = (element) => {
    const source = element.closest(".source"), group = element.closest(".in");
    const lines = element.tagName === "LI" ? [place(element)]
      : [...[...element.querySelectorAll("h4, :scope > .meta")].map(plain),
        ...[...element.querySelectorAll(".wordings > li, .sides > div")].map(place), ...[...element.querySelectorAll(".origins li")].map(plain)];
    if (source) lines.unshift(plain(source.querySelector("h3 bdi")) + ":");
    const told = element.querySelectorAll(".wordings a.a, .sides a.a");
    const letters = new Set([...(told.length ? told : (group || element).querySelectorAll("a.a"))].map((it) => it.textContent));
    const fold = element.closest(".fold");
    if (fold && fold.querySelector("summary .a")) letters.add(fold.querySelector("summary .a").textContent);
    return [...lines, ...[...letters].sort().map(about)].join("\n");
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
    const place = element.querySelector(".meta, small") || element;
    const button = page.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "copy";
    button.addEventListener("click", () => copy(copyOf(element), button));
    place.append(" ", button);
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
    const link = current >= 0 && findings[current].querySelector("a[href*='-']");
    const keys = { j: () => go(current + 1), k: () => go(current - 1), o: () => link && link.click(), "/": search, "?": help };
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
})();
