/* What HTML cannot do alone: copy, keep the address, show the newest answer. No request leaves this page's host. */
document.documentElement.lang = new URLSearchParams(location.search).get("sprache") === "en" ? "en" : "de";

const fkoAddress = (query) => location.origin + location.pathname + query;

window.fkoBusy = () => {
  document.body.classList.add("busy");
  document.querySelector("#answers")?.setAttribute("aria-busy", "true");
};

/* The newest answer in view, its question focused for who reads with a screen reader, its address in the bar. */
window.fkoShowLatest = (asked) => {
  document.body.classList.remove("busy");
  document.querySelector("#answers")?.removeAttribute("aria-busy");
  const latest = document.querySelector("#latest");
  if (!latest) return;
  const address = [...latest.querySelectorAll("[data-copy-address]")].pop()?.dataset.copyAddress;
  if (asked && address && location.search !== address) history.pushState(null, "", address);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  latest.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
  if (asked) latest.querySelector("h2").focus({ preventScroll: true });
};

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
  fkoCopy(button, button.dataset.copy ?? fkoAddress(button.dataset.copyAddress));
});
