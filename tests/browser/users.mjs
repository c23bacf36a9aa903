// The main path of each of the four kinds of user. Paths follow links and fill forms as people do; no address is typed
// that a person would not type.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fits, go, openWindow, passesAxe } from "./browser.mjs";
import { at, isOurs, letterBox, sendLetters } from "./house.mjs";

/** Presses what submits the form that holds a field. */
const submit = (page, selector) => page.locator(selector).first().click();

/** Opens every fold that hides what the path needs. */
const unfold = async (page, selector) => {
  const fold = page.locator(selector).first();
  if (!(await fold.evaluate((one) => one.open))) await fold.locator("summary").first().click();
};

async function exporter(page, language) {
  await go(page, `/${language}/`);
  await page.selectOption("form.pick select[name=product]", "stroller");
  await page.selectOption("form.pick select[name=market]", "EU");
  await submit(page, "form.pick button");
  await page.waitForURL(/\/dossier\/stroller\/EU$/);
  await go(page, `/${language}/products`);
  await page.locator("main a[href$='/products/stroller']").first().click();
  await page.locator("main a[href*='/dossier/stroller/EU']").first().click();
  for (const part of ["must", "standards", "in-flight", "gap", "calendar", "checklist", "not-covered"]) {
    assert.equal(await page.locator(`#${part}`).count(), 1, `the dossier has its part ${part}`);
  }
  await fits(page, "the dossier");
  await unfold(page, ".checklist details");
  const files = await page.locator("details.menu a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.ok(files.some((href) => href.includes("docx")), "the dossier can be taken away as a document");
  await page.locator("footer a[href$='/calendar']").first().click();
  await page.selectOption("form.pick select[name=market]", "EU");
  await submit(page, "form.pick button");
  await page.waitForURL(/market=EU/);
  await fits(page, "the calendar of the EU");
}

async function researcher(page, language) {
  await go(page, `/${language}/`);
  await page.fill("main input[type=search]", "GB 6675.4");
  await submit(page, "main form.box button");
  await page.locator("a.number[href*='GB_6675.4']").first().click();
  assert.match(await page.locator("h1").textContent(), /GB 6675\.4/);
  await unfold(page, ".drawers details");
  await go(page, `/${language}/compare`);
  await page.fill("input[name=a]", "GB 6675.4-2014");
  await page.fill("input[name=b]", "ISO 8124-3:2020");
  await submit(page, "form.pick button");
  assert.ok((await page.locator("tr.jump").count()) > 0, "the comparison has lines");
  for (const row of await page.locator("tr.jump .verdict").all()) {
    assert.match((await row.textContent()).trim(), /\S+\s+\S+/, "a verdict has a sign and a word");
  }
  await fits(page, "the comparison");
  await go(page, `/${language}/gap`);
  await page.selectOption("select[name=product]", "toy");
  await page.selectOption("select[name=market]", "US");
  await submit(page, "form.pick button");
  await unfold(page, "tr.jump details");
  assert.ok(await page.locator("tr.jump details[open] .proof").first().isVisible(), "a verdict shows its proof");
}

async function subscriber(page, language, javaScriptEnabled) {
  const address = `reader-${language}-${Math.random().toString(36).slice(2)}@example.org`;
  await go(page, `/${language}/subscribe`);
  await unfold(page, "form.subscribe details");
  await page.check("input[name=product][value=stroller]");
  await page.fill("input[name=hs]", "8715");
  await submit(page, "button[value=preview]");
  assert.equal(await page.locator("section.replay").count(), 1, "what the last year would have brought is shown");
  assert.equal(await page.inputValue("input[name=hs]"), "8715", "what was typed is kept");
  await page.fill("form:has(input[name=hs]) input[name=address]", address);
  await submit(page, "button[value=subscribe]");
  await fits(page, "the question to look for the letter");
  if (!isOurs) return;
  await sendLetters();
  await page.goto(await letterBox.link(address, "confirm"));
  // Where script is off, what axe-core waits for never comes; the page is the same with it.
  if (javaScriptEnabled) await passesAxe(page, "the question whether to begin");
  await submit(page, "main form button");
  await go(page, `/${language}/subscribe`);
  await page.fill("form:has(button[value=link]) input[name=address]", address);
  await submit(page, "button[value=link]");
  await sendLetters();
  await page.goto(await letterBox.link(address, "subscriptions"));
  if (javaScriptEnabled) await passesAxe(page, "one's subscriptions");
  await fits(page, "one's subscriptions");
  await submit(page, "button[value=pause]");
  assert.equal(await page.locator("button[value=go_on]").count(), 1, "a paused subscription can go on");
  await submit(page, "button[value=erase]");
  assert.equal(await page.locator("section.subscription").count(), 0, "nothing is left after erasing");
}

async function operator(page, language) {
  await go(page, `/${language}/`);
  await page.locator("footer a[href$='/sources']").first().click();
  assert.ok((await page.locator("main table tbody tr").count()) > 0, "the sources are listed");
  await fits(page, "the sources");
  const health = await page.request.get(at("/readyz"));
  assert.equal(health.status(), 200);
  const sources = await page.request.get(at("/api/v1/sources"));
  assert.ok((await sources.json()).sources.length > 0, "programs see the sources too");
  await page.locator("footer a[href$='/help']").first().click();
  await page.fill("main input[name=q]", "backup");
  await submit(page, "main form.manual-search button");
  await page.locator("ol.hits a[href*='/help/operator#']").first().click();
  assert.ok(await page.locator(".manual-text pre").first().isVisible(), "the manual says how a backup is made");
  await fits(page, "the manual");
  await page.locator("footer a[href$='/about']").first().click();
  assert.equal(await page.locator("#not-covered").count(), 1, "what is not covered is said");
}

const USERS = { exporter, researcher, subscriber, operator };
/** Script on a desk and none on a telephone: each of the two and each of the widths once, which halves the time. */
const WINDOWS = [[true, 1440], [false, 360]];
/** Paths that are walked side by side. */
const AT_ONCE = 3;
/** What hangs must fail, or it takes the whole run with it. */
const LONGEST_MS = 180_000;

describe("every user's path can be walked", { concurrency: AT_ONCE }, () => {
  for (const [user, walk] of Object.entries(USERS)) {
    for (const language of ["zh", "en"]) {
      for (const [javaScriptEnabled, width] of WINDOWS) {
        const script = javaScriptEnabled ? "with" : "without";
        test(`${user}, ${language}, ${script} script, ${width} px`, { timeout: LONGEST_MS }, async () => {
          const { page, complaints, done } = await openWindow({ javaScriptEnabled, viewport: { width, height: 900 } });
          await walk(page, language, javaScriptEnabled);
          assert.deepEqual(complaints, []);
          await done();
        });
      }
    }
  }
});
