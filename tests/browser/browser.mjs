// The browser, and what is asked of every page that is opened in it.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import axe from "axe-core";
import { chromium } from "playwright-core";
import { at } from "./house.mjs";

const QUIET = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
];
const SHOTS = process.env.DUIBIAO_SHOTS;

let browser = null;

export async function openBrowser() {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: QUIET });
}

export const closeBrowser = () => browser?.close();

/** Opens a window; everything the browser complains about while it is open is collected. */
export async function openWindow(options = {}) {
  // A colour half-way through a transition has a contrast of its own.
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, complaints, done: () => context.close() };
}

/** Opens a page of the site and returns its status. */
export async function go(page, path) {
  const answer = await page.goto(at(path));
  return answer.status();
}

/** Says that nothing of the page lies beyond its window. */
export async function fits(page, what) {
  const found = await page.evaluate(() => {
    const beyond = document.documentElement.scrollWidth - innerWidth;
    if (beyond <= 0) return null;
    const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
    return `${beyond} px, by ${wide.slice(0, 3).map((one) => `${one.tagName}.${one.className}`).join(", ")}`;
  });
  assert.equal(found, null, `${what} is wider than its window`);
}

/** Says that axe-core finds no violation; with rules, of those rules alone. */
export async function passesAxe(page, what, rules = null) {
  // Evaluated by the debugger and not by the page, so the policy that forbids foreign script need not be loosened.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (only) => {
    const runOnly = only ? { runOnly: { type: "rule", values: only } } : {};
    const { violations } = await globalThis.axe.run(document, { ...runOnly, resultTypes: ["violations"] });
    return violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  }, rules);
  assert.deepEqual(found, [], what);
}

/** Takes a picture where a folder for pictures is named. */
export async function picture(page, name) {
  if (!SHOTS) return;
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}
