/* Pages and their sections: the open page is in the address, and links within a page move the focus along. */
window.fkoPage = (page) => {
  if (document.activeElement?.getAttribute("role") !== "tab") return; /* opened by the address, not by a person */
  const query = new URLSearchParams(location.search);
  for (const name of ["zuvor", "frage", "massnahme", "seite"]) query.delete(name);
  if (page !== "fragen") query.set("seite", page);
  history.replaceState(null, "", `${location.pathname}?${query}`);
};

window.fkoOpenPage = () => {
  document.title = document.querySelector(".intro h1").textContent; /* Gradio has one title for both languages */
  const page = new URLSearchParams(location.search).get("seite");
  if (page) document.getElementById(`page-${page}-button`)?.click();
  fkoShowSection();
};

const fkoSection = (id) => {
  const section = id && document.getElementById(id);
  if (!section) return false;
  section.scrollIntoView();
  section.focus({ preventScroll: true });
  return true;
};

/* A page is drawn only when it is opened: wait for the section that the address names. */
window.fkoShowSection = (patience = 60) => {
  const id = decodeURIComponent(location.hash.slice(1));
  if (id && !fkoSection(id) && patience) setTimeout(fkoShowSection, 50, patience - 1);
};

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (!link || !fkoSection(link.hash.slice(1))) return;
  event.preventDefault(); /* the browser's own jump would count as a step back and open the page anew */
  history.replaceState(null, "", location.search + link.hash);
});

/* Links within the app keep the language; the link to the other language keeps everything else. Set when somebody is about to follow. */
const fkoOtherLanguage = (language) => {
  const query = new URLSearchParams(location.search);
  query.delete("sprache");
  const rest = query.size ? `?${query}` : "";
  return location.pathname.replace(/[^/]*$/, language === "de" ? "" : language) + rest + location.hash;
};
for (const sign of ["pointerdown", "focusin", "click"])
  document.addEventListener(
    sign,
    (event) => {
      const link = event.target.closest('a[data-language], a[href^="?"]');
      if (!link) return;
      const { language } = link.dataset;
      link.setAttribute("href", language ? fkoOtherLanguage(language) : fkoSpoken(link.getAttribute("href")));
    },
    true,
  );

/* Tabs as ARIA has them: one stop for the Tab key, arrows move to the next and open it, at the ends around. */
const fkoRove = () => {
  for (const tab of document.querySelectorAll("#pages .tab-container:not(.visually-hidden) [role=tab]")) {
    const index = tab.getAttribute("aria-selected") === "true" ? 0 : -1;
    if (tab.tabIndex !== index) tab.tabIndex = index;
  }
};
new MutationObserver(fkoRove).observe(document.documentElement, {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ["aria-selected"],
});
document.addEventListener("keydown", (event) => {
  const tab = event.target.closest("#pages [role=tab]");
  if (!tab || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const tabs = [...tab.closest("[role=tablist]").querySelectorAll("[role=tab]")];
  const at = tabs.indexOf(tab);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const next = tabs[(to + tabs.length) % tabs.length];
  next.focus();
  next.click();
});
