// Everything works without this file; it only saves a movement of the hand.

const box = document.querySelector('input[type="search"]');

// "/" goes to the search box, as in most catalogues, unless somebody is typing.
document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof Element && event.target.closest("input, select, textarea");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey || !box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// One open menu at a time; Escape and a click elsewhere close it.
const menus = [...document.querySelectorAll("details.menu")];
const close = (kept) => menus.filter((menu) => menu !== kept).forEach((menu) => menu.removeAttribute("open"));
document.addEventListener("click", (event) => close(event.target.closest("details.menu")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = menus.find((menu) => menu.open);
  close();
  open?.querySelector("summary")?.focus();
});

// Suggestions: a list below the box, as the ARIA practices describe an editable combobox. The browser's own list of
// values was turned down: it hides what does not contain the typed letters, and "lt" is not in 轮胎.
const DELAY = 90;

const suggest = (input, place) => {
  const list = document.createElement("ul");
  list.id = `suggestions-${place}`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.getAttribute("aria-label") ?? "");
  list.hidden = true;
  input.after(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  let waiting = 0;
  let asking = null;
  let typed = "";
  let chosen = -1;

  const hide = () => {
    clearTimeout(waiting);
    asking?.abort();
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (place) => {
    const options = [...list.children];
    chosen = place < -1 ? options.length - 1 : place >= options.length ? -1 : place;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
    input.value = chosen < 0 ? typed : options[chosen].textContent;
    if (chosen < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", options[chosen].id);
  };
  const show = (suggestions) => {
    list.replaceChildren(
      ...suggestions.map((one, at) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${at}`;
        option.setAttribute("role", "option");
        option.dataset.kind = one.kind;
        option.textContent = one.text;
        return option;
      }),
    );
    chosen = -1;
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
  };
  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(`/api/v1/suggest?limit=8&q=${encodeURIComponent(typed)}`, { signal: asking.signal });
      if (answer.ok && input.value === typed) show((await answer.json()).suggestions);
    } catch {
      // Broken off by the next letter, or no connection: the box works without.
    }
  };

  input.addEventListener("input", (event) => {
    hide();
    typed = input.value;
    // While characters are being composed the letters are not yet what is meant.
    if (!event.isComposing && typed.trim()) waiting = setTimeout(ask, DELAY);
  });
  input.addEventListener("compositionend", () => {
    typed = input.value;
    waiting = setTimeout(ask, DELAY);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Escape") {
      event.preventDefault();
      input.value = typed;
      hide();
    }
  });
  // Before the box loses the focus, so that the click is not lost with it.
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("li");
    if (!option) return;
    event.preventDefault();
    input.value = option.textContent;
    hide();
    input.form?.requestSubmit();
  });
  input.addEventListener("blur", hide);
};
document.querySelectorAll('form.box input[type="search"]').forEach(suggest);

// "n" and "p" go from difference to difference, as in most tools that show them; lines that agree are passed over.
const all = [...document.querySelectorAll(".jump")];
const differing = all.filter((line) => !line.matches(".same") && !line.querySelector(".verdict.equal"));
const lines = differing.length > 0 ? differing : all;
if (lines.length > 0) {
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, select, textarea");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !["n", "p"].includes(event.key)) return;
    const here = lines.findIndex((line) => line.contains(document.activeElement));
    const step = event.key === "n" ? 1 : -1;
    const next = lines[Math.min(Math.max(here === -1 ? 0 : here + step, 0), lines.length - 1)];
    next.focus();
    next.scrollIntoView({ block: "center" });
  });
}
