/* Pages and their sections: the open page is in the address, and links within a page move the focus along. */
window.fkoPage = (page) => {
  if (document.activeElement?.getAttribute("role") !== "tab") return; /* opened by the address, not by a person */
  const query = new URLSearchParams(location.search);
  for (const name of ["frage", "massnahme", "seite"]) query.delete(name);
  if (page !== "fragen") query.set("seite", page);
  history.replaceState(null, "", `${location.pathname}?${query}`);
};

window.fkoOpenPage = () => {
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
