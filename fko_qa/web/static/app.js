/* What HTML cannot do alone: copy, keep the address, show the newest answer. No request leaves this page's host. */
/* The page's language. Gradio writes that of the browser into the page, whenever it has loaded its own texts. */
const fkoKeepLanguage = () => {
  const language = /\/en$/.test(location.pathname) ? "en" : "de";
  if (document.documentElement.lang !== language) document.documentElement.lang = language;
};
fkoKeepLanguage();
new MutationObserver(fkoKeepLanguage).observe(document.documentElement, { attributeFilter: ["lang"] });

/* An address within the app ("?frage=…") in this page's language: English has a path of its own. */
window.fkoSpoken = (query) => location.pathname + query;

window.fkoBusy = () => {
  fkoTrouble("");
  document.body.classList.add("busy");
  document.querySelector("#answers")?.setAttribute("aria-busy", "true");
};

/* The newest answer in view, its question focused for who reads with a screen reader, its address in the bar. */
window.fkoShowLatest = (asked) => {
  document.body.classList.remove("busy");
  document.querySelector("#answers")?.removeAttribute("aria-busy");
  const latest = document.querySelector("#latest");
  if (!latest || document.querySelector(".trouble")?.textContent) return; /* nothing new has come */
  const own = [...latest.querySelectorAll("[data-copy-address]")].pop()?.dataset.copyAddress;
  const address = own && fkoSpoken(own);
  if (asked && address && location.pathname + location.search !== address) history.pushState(null, "", address);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  latest.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
  if (asked) latest.querySelector("h2").focus({ preventScroll: true });
};

/* Gradio tells of trouble in English, in a corner: hidden there (app.css) and said here. `kind` is that of a text in trouble.html. */
window.fkoTrouble = (kind) => {
  const place = document.querySelector(".trouble");
  if (!place) return;
  place.textContent = kind && place.dataset[kind];
  if (!kind) return;
  document.body.classList.remove("busy");
  document.querySelector("#answers")?.removeAttribute("aria-busy");
  document.querySelector("#question textarea")?.focus({ preventScroll: true }); /* to ask again */
  place.scrollIntoView({ block: "nearest" });
  if (kind === "lost") fkoKeepQuestion();
};
/* Gradio loads the page anew as soon as it is connected again: the question goes into the address, so that it is asked then. */
const fkoKeepQuestion = () => {
  const question = document.querySelector("#question textarea")?.value.trim();
  if (!question) return;
  const before = [...new URLSearchParams(location.search)].filter(([name]) => name === "zuvor" || name === "frage");
  const query = new URLSearchParams([...before.map(([, asked]) => ["zuvor", asked]), ["frage", question]]);
  history.replaceState(null, "", fkoSpoken(`?${query}`));
};
new MutationObserver((changes) => {
  for (const node of changes.flatMap((change) => [...change.addedNodes])) {
    const told = node.nodeType === 1 && (node.closest("[data-testid=toast-body]") ? node : node.querySelector("[data-testid=toast-body]"));
    if (told) fkoTrouble(/busy/.test(told.textContent) ? "busy" : /connect|lost|fetch/i.test(told.textContent) ? "lost" : "failed");
  }
}).observe(document.documentElement, { childList: true, subtree: true });

/* Back and forward open the view of the address anew. */
addEventListener("popstate", () => location.reload());

async function fkoCopy(button, text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    /* Without the clipboard's permission (plain http on another host): the old way. */
    const field = Object.assign(document.createElement("textarea"), { value: text, className: "hidden" });
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    button.focus();
  }
  const label = button.dataset.label ?? (button.dataset.label = button.textContent);
  button.textContent = button.dataset.copied;
  clearTimeout(button.fkoTimer);
  button.fkoTimer = setTimeout(() => (button.textContent = label), 2000);
}

document.addEventListener("click", (event) => {
  const focusing = event.target.closest("[data-focus]");
  if (focusing) document.querySelector(focusing.dataset.focus)?.focus();
  const button = event.target.closest("[data-copy], [data-copy-address]");
  if (!button) return;
  fkoCopy(button, button.dataset.copy ?? location.origin + fkoSpoken(button.dataset.copyAddress));
});
