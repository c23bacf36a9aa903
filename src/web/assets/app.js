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
