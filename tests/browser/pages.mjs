// Every page, in both languages, light and dark, narrow and wide.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fits, go, openWindow, passesAxe, picture } from "./browser.mjs";

/** Name, path below the language, and the status it answers with where that is not 200. */
const PAGES = [
  ["home", "/"],
  ["search", "/search?q=%E8%BD%AE%E8%83%8E"],
  ["search-facets", "/search?q=steel&market=INT&status=current"],
  ["search-nothing", "/search?q=qqxxzz&market=EU"],
  ["search-as-of", "/search?q=GB+6675&as_of=2013-01-01"],
  ["notifications", "/search?kind=notification&sort=newest"],
  ["record", "/records/GB~T_1499.2-2018"],
  ["record-act", "/records/EU-2023-988-GPSR"],
  ["number-empty", "/number"],
  ["number", "/number?n=GB6675"],
  ["products", "/products"],
  ["product", "/products/stroller"],
  ["compare-empty", "/compare"],
  ["compare", "/compare?a=GB_6675.4-2014&b=ISO_8124-3:2020"],
  ["gap-empty", "/gap"],
  ["gap", "/gap?product=toy&market=US"],
  ["dossier", "/dossier/toy/EU"],
  ["heatmap", "/heatmap"],
  ["check", "/check"],
  ["calendar", "/calendar"],
  ["calendar-month", "/calendar?from=2025-01&market=EU"],
  ["calendar-empty", "/calendar?from=2099-01&product=stroller"],
  ["statistics", "/statistics"],
  ["help", "/help"],
  ["help-found", "/help?q=API"],
  ["chapter", "/help/verdicts"],
  ["chapter-programs", "/help/programs"],
  ["subscribe", "/subscribe"],
  ["sources", "/sources"],
  ["about", "/about"],
  ["error-page", "/nowhere", 404],
  ["error-record", "/records/GB_99999-2000", 404],
  ["error-parameter", "/search?q=a&as_of=someday", 400],
];
const WIDTHS = [360, 768, 1440];
/** Pages that are looked at side by side: more make each slower on two cores. */
const AT_ONCE = 3;
/** What hangs must fail, or it takes the whole run with it. */
const LONGEST_MS = 120_000;

describe("pages fit, load and can be read by everybody", { concurrency: AT_ONCE }, () => {
  for (const language of ["zh", "en"]) {
    for (const [name, path, status = 200] of PAGES) {
      test(`${name}, ${language}`, { timeout: LONGEST_MS }, () => look(name, language, path, status));
    }
  }
});

async function look(name, language, path, status) {
  const address = `/${language}${path}`;
  const { page, complaints, done } = await openWindow({ viewport: { width: WIDTHS[0], height: 800 } });
  assert.equal(await go(page, address), status, address);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await fits(page, `${address} at ${width} px`);
    if (width === 768) continue;
    await passesAxe(page, `${address} at ${width} px`);
    await picture(page, `${name}-${language}-${width}`);
  }
  await page.emulateMedia({ colorScheme: "dark" });
  await passesAxe(page, `${address} in the dark`, ["color-contrast", "link-in-text-block"]);
  await picture(page, `${name}-${language}-dark`);
  assert.deepEqual(complaints.filter((text) => !text.includes(`status of ${status}`)), [], address);
  await done();
}
