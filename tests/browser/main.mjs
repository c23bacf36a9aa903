// The pages in a real browser: what a test of templates cannot see.
//
// 1. Every page fits its window from 360 to 1440 px, loads without a complaint, and has no violation that axe-core knows,
//    in both languages, light and dark.
// 2. Each of the four kinds of user walks the main path: in both languages, with script on a desk and without it on a
//    telephone.
// 3. The keyboard reaches everything; help while typing and jumping between differences work.
//
// Run: DUIBIAO_BIN=target/debug/duibiao node --test main.mjs
// CHROMIUM names the browser (default /usr/bin/chromium); DUIBIAO_SHOTS names a folder for pictures of every page;
// DUIBIAO_URL tests a server that runs already (without the paths that need its letters).

import { after, before } from "node:test";
import { closeBrowser, openBrowser } from "./browser.mjs";
import { closeHouse, openHouse } from "./house.mjs";

before(async () => {
  await Promise.all([openHouse(), openBrowser()]);
});
after(async () => {
  await closeBrowser();
  await closeHouse();
});

await import("./pages.mjs");
await import("./users.mjs");
await import("./keyboard.mjs");
