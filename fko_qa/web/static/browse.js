/* The page "Nachschlagen": shows, hides and sorts the rows of the table; keys; the list as a file. `server` asks web/browse.py, `t` are texts. */
window.fkoBrowse = (root, server, t) => {
  const one = (selector) => root.querySelector(selector);
  const form = one("form"), line = form.elements.text, count = one(".count"), detail = one(".detail"), body = one("tbody");
  const rows = [...body.rows];
  const rowOf = new Map(rows.map((row) => [row.dataset.id, row]));
  const opener = (row) => row.querySelector(".open");
  const shown = () => [...body.rows].filter((row) => !row.hidden);
  let order = rows.map((row) => row.dataset.id);
  let sorting = null; /* {column, down}; null: as found, best first */
  let latest = 0;
  let searching = null; /* the search that is under way */
  let pause;

  const said = (text, values) => Object.entries(values).reduce((all, [gap, value]) => all.replaceAll(`{${gap}}`, () => value), text);

  /* -- the list */
  const key = (row, column) => row.cells[column].dataset.sort;
  function compare(a, b) {
    const { column, down } = sorting;
    const [left, right] = [key(a, column), key(b, column)];
    if (!left || !right) return (left ? 0 : 1) - (right ? 0 : 1); /* what is not stated comes last either way */
    const isNumber = root.querySelectorAll("th[data-kind]")[column].dataset.kind === "number";
    const ahead = isNumber ? left - right : left.localeCompare(right, "de", { numeric: true });
    return down ? -ahead : ahead;
  }
  function arrange() {
    const found = order.map((id) => rowOf.get(id));
    const rest = rows.filter((row) => row.hidden);
    body.append(...(sorting ? [...found].sort(compare) : found), ...rest);
    root.querySelectorAll("th[data-kind]").forEach((heading, column) => {
      const own = sorting ? sorting.column === column : column === 0 && !line.value.trim();
      if (own) heading.setAttribute("aria-sort", sorting?.down ? "descending" : "ascending");
      else heading.removeAttribute("aria-sort");
    });
    const visible = shown();
    rove(visible.find((row) => opener(row).tabIndex === 0) ?? visible[0]);
  }
  function rove(row) {
    if (row) rows.forEach((each) => (opener(each).tabIndex = each === row ? 0 : -1));
  }
  function move(row) {
    if (!row) return;
    rove(row);
    opener(row).focus();
  }
  async function find(near = false) {
    clearTimeout(pause);
    const asked = ++latest;
    const wanted = Object.fromEntries(new FormData(form));
    const chosen = Object.entries(wanted).filter(([name, value]) => name !== "text" && value.trim()).length;
    one(".active").textContent = chosen ? ` (${said(t.active, { number: chosen })})` : "";
    let found;
    try {
      found = await server.look_up({ ...wanted, near });
    } catch {
      if (asked === latest) count.textContent = t.unreachable;
      return;
    }
    if (asked !== latest) return; /* something newer is on its way */
    if (found.later) {
      count.textContent = found.later;
      pause = setTimeout(() => find(near), 3000);
      return;
    }
    order = found.ids;
    const kept = new Set(found.ids);
    const close = new Set(found.near);
    rows.forEach((row) => {
      row.hidden = !kept.has(row.dataset.id);
      row.querySelector(".near").hidden = !close.has(row.dataset.id);
    });
    arrange();
    count.textContent = found.said;
    one(".remarks").replaceChildren(
      ...found.notes.map((note) => Object.assign(document.createElement("li"), { textContent: note })),
    );
    const text = line.value.trim();
    one("table").hidden = !found.ids.length;
    one(".nothing").hidden = found.ids.length > 0 || (!near && text !== "");
    one(".none").textContent = text ? said(t.nothing_for, { text }) : t.nothing;
    one(".advice").textContent = found.advice;
    one(".instead").hidden = !text;
    one(".instead").href = `?${new URLSearchParams({ frage: text })}`;
    /* No word fits: after a pause in typing, the meaning is asked. */
    if (found.ids.length || !text || near) return;
    count.textContent = t.seeking_meaning;
    pause = setTimeout(() => find(true), 400);
  }
  function reset() {
    form.reset();
    sorting = null;
    find();
    line.focus();
  }
  form.addEventListener("input", () => (searching = find()));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await searching;
    const visible = shown();
    if (visible.length === 1) open(visible[0].dataset.id);
    else find(true);
  });

  /* -- one measure */
  async function open(id, focus = true) {
    const html = await server.in_full(id);
    if (!html) {
      line.value = id;
      find();
      return;
    }
    detail.innerHTML = html;
    detail.hidden = false;
    detail.scrollTop = 0;
    one(".split").classList.add("opened");
    const number = detail.querySelector(".number").textContent;
    rows.forEach((row) => row.dataset.id === number ? opener(row).setAttribute("aria-current", "true") : opener(row).removeAttribute("aria-current"));
    if (rowOf.get(number) && !rowOf.get(number).hidden) rove(rowOf.get(number));
    history.replaceState(null, "", fkoSpoken(detail.querySelector("[data-copy-address]").dataset.copyAddress));
    if (focus) detail.querySelector("h2").focus();
    else detail.scrollIntoView({ block: "nearest" });
  }
  async function setBeside(select) {
    const place = one(".compared");
    place.innerHTML = select.value ? await server.compared([select.dataset.one, select.value]) : "";
    if (!place.firstElementChild) return;
    count.textContent = place.querySelector("caption").textContent;
    place.scrollIntoView({ block: "nearest" });
  }

  /* -- the list as a file: semicolons, quotes, and a mark by which Excel knows UTF-8 */
  const harmless = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  const quoted = (text) => `"${harmless(text.trim().replace(/\s+/g, " ")).replaceAll('"', '""')}"`;
  function asFile() {
    const headings = [...root.querySelectorAll("th[data-kind]")].map((heading) => heading.textContent);
    const cells = shown().map((row) => [...row.cells].map((cell) => (cell.querySelector(".open") ?? cell).textContent));
    const lines = [headings, ...cells].map((texts) => texts.map(quoted).join(";"));
    const file = new Blob(["\ufeff", lines.join("\r\n"), "\r\n"], { type: "text/csv;charset=utf-8" });
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: t.export_name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    count.textContent = said(cells.length === 1 ? t.exported_one : t.exported_many, { number: cells.length, name: t.export_name });
  }

  /* -- clicks and keys */
  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const row = event.target.closest("tbody tr[data-id]");
    if (row) return open(row.dataset.id);
    if (!button) return;
    if (button.matches(".sort")) {
      const column = button.closest("th").cellIndex;
      sorting = { column, down: button.closest("th").getAttribute("aria-sort") === "ascending" };
      arrange();
    } else if (button.matches(".reset")) reset();
    else if (button.matches(".export")) asFile();
    else if (button.matches(".back")) toLine();
    else if (button.dataset.open) open(button.dataset.open);
    else if (button.dataset.ministry) {
      form.reset();
      form.elements.ministry.value = button.dataset.ministry;
      find().then(() => move(shown()[0]));
    } else if (button.dataset.copy || button.dataset.copyAddress) count.textContent = t.clipboard;
  });
  root.addEventListener("change", (event) => event.target.matches(".other") && setBeside(event.target));
  function toLine() {
    line.focus();
    line.select();
  }
  const isField = (target) => target.matches("input:not([type=checkbox]), textarea, select, [contenteditable=true]");
  function onKey(event) {
    if (!root.isConnected) return document.removeEventListener("keydown", onKey);
    if (root.offsetParent === null || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target;
    const done = () => event.preventDefault();
    if ((event.key === "/" || event.key === "c") && !isField(target) && one(".single").checked) {
      if (event.key === "/") done(), toLine();
      else if (!detail.hidden) done(), detail.querySelector(".cite").click();
    } else if (event.key === "Escape" && (root.contains(target) || target === document.body)) {
      if (target !== line) done(), toLine();
    } else if (target === line && event.key === "ArrowDown") {
      done(), move(shown()[0]);
    } else if (target.matches(".open")) {
      const visible = shown();
      const at = visible.indexOf(target.closest("tr"));
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: visible.length - 1 }[event.key];
      if (to === undefined) return;
      done();
      if (to < 0) toLine();
      else move(visible[to]);
    }
  }
  document.addEventListener("keydown", onKey);

  /* -- as the address and the width of the screen ask for */
  server.look_up({}); /* the first key need not wait for the connection */
  if (matchMedia("(max-width: 40rem)").matches) one(".filters").open = false;
  const address = new URLSearchParams(location.search);
  if (address.get("seite") === "nachschlagen" && address.get("massnahme")) open(address.get("massnahme"), false);
};
