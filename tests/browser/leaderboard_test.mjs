// The leaderboard's page in a real Chromium: nothing is asked of the network, nothing of a stranger's text runs, and
// every part can be reached with the keyboard and by a link.
//
//   node leaderboard_test.mjs EFFK MADE_UP_RUN PACKAGES CHROMIUM
//
// Prints a line a claim; exit 0: all hold, 1: not all, 77: this machine cannot tell, and why.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';

const [effk, madeUpRun, packages, chromiumPath] = process.argv.slice(2);
function skip(why) {
  console.log(`SKIPPED: ${why}`);
  process.exit(77);
}
if (!existsSync(chromiumPath)) skip('there is no Chromium (apt-get install chromium)');
const need = createRequire(join(packages, 'package.json'));
if (!existsSync(join(packages, 'node_modules/playwright-core'))) skip(`npm ci has not been run in ${packages}`);
const {chromium} = need('playwright-core');
const axe = readFileSync(need.resolve('axe-core/axe.min.js'), 'utf8');

const folder = mkdtempSync(join(tmpdir(), 'effk-browser-'));
const kModels = 20;
const kProblems = 12;
const kHostileModel = '<script>alert(1)</script>';

const claims = [];
const claim = (text, check, options = {}) => claims.push({text, check, options});

const ready = (page) => page.waitForFunction(() => 'ready' in document.documentElement.dataset);
const settled = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const names = (page) => page.locator('#models-table tbody tr:visible th.name').allTextContents();
const numbers = async (page, column) => (await page.locator(`#models-table tbody tr:visible td:nth-child(${column})`)
  .evaluateAll((cells) => cells.map((cell) => cell.dataset.value).filter((value) => value !== undefined))).map(Number);
const isOpen = (page) => page.evaluate(() => document.getElementById('panel').open);
const sorted = (list, sign) => [...list].sort((a, b) => sign * (a - b));

claim('shows a row a model and language, before any script has run', async (page) => {
  assert.equal(await page.locator('#models-table tbody tr').count(), kModels);
  assert.equal(await page.locator('#models caption').count(), 1);
}, {javaScriptEnabled: false});

claim('keeps a model called <script> text, in the table, in the heat map and in the panel', async (page) => {
  assert.ok((await names(page)).some((name) => name.includes(kHostileModel)));
  assert.ok((await page.locator('#map thead').textContent()).includes('<script>'));
  await page.goto(`${page.url().split('#')[0]}#/sample/${encodeURIComponent(kHostileModel)}/problem_001/python/0`);
  await page.waitForFunction(() => document.getElementById('panel').open);
  assert.ok((await page.locator('#panel-title').textContent()).includes(kHostileModel));
  assert.equal(await page.locator('#panel img, #panel script, main script, main img').count(), 0);
  assert.equal(await page.evaluate(() => document.scripts.length), 4);
});

claim('keeps a problem\'s statement and title text, whatever they hold', async (page) => {
  await page.locator('#map tbody tr').first().locator('a').click();
  const text = await page.locator('#panel').textContent();
  assert.ok(text.includes('<img src=x onerror=alert(2)>'));
  assert.ok(text.includes('\\u{2028}') && text.includes('\\xff') && text.includes('\\u{202e}'));
  assert.equal(await page.locator('#panel img, #panel script').count(), 0);
});

claim('sorts by a column, both ways, and says so to screen readers', async (page) => {
  const heading = page.locator('#models-table th', {hasText: /^pass@1/});
  const column = await heading.evaluate((cell) => [...cell.parentNode.children].indexOf(cell) + 1);
  await heading.locator('button').click();
  assert.equal(await heading.getAttribute('aria-sort'), 'descending');
  const down = await numbers(page, column);
  assert.deepEqual(down, sorted(down, -1));
  await heading.locator('button').click();
  assert.equal(await heading.getAttribute('aria-sort'), 'ascending');
  const up = await numbers(page, column);
  assert.deepEqual(up, sorted(up, 1));
  assert.equal(await page.locator('#models-table [aria-sort]').count(), 1);
  assert.ok(new Set(up).size > 5);
});

claim('filters by name and language, tells how many are left, and takes the heat map along', async (page) => {
  await page.fill('#filter-text', 'VENDOR/model');
  const byName = await names(page);
  assert.ok(byName.length > 0 && byName.length < kModels && byName.every((name) => name.includes('vendor/model')));
  await page.selectOption('#filter-language', 'python');
  const left = (await names(page)).length;
  assert.ok(left < byName.length);
  assert.equal(await page.locator('#filter-status').textContent(), `${left} of ${kModels} rows`);
  assert.equal(await page.locator('#map thead th.tall').count(), left);
});

claim('compares at most eight models and says why not more', async (page) => {
  const boxes = page.locator('#models-table input[type=checkbox]');
  for (let i = 0; i < 8; ++i) await boxes.nth(i).check();
  await boxes.nth(9).click();
  assert.equal(await boxes.nth(9).isChecked(), false);
  assert.match(await page.locator('#filter-status').textContent(), /At most 8/);
  await boxes.nth(0).uncheck();
  await boxes.nth(9).check();
  assert.equal(await page.locator('#compared-names .legend').count(), 8);
});

claim('opens a problem and then a sample; Escape closes, back opens again', async (page) => {
  const start = page.url();
  await page.locator('#map tbody a', {hasText: 'problem_003'}).click();
  assert.match(await page.locator('#panel-title').textContent(), /The title of 3/);
  assert.match(page.url(), /#\/problem\/problem_003$/);
  await page.locator('#panel a.sample').first().click();
  assert.match(page.url(), /#\/sample\//);
  assert.match(await page.locator('#panel').textContent(), /Why this score/);
  await page.keyboard.press('Escape');
  assert.equal(await isOpen(page), false);
  assert.equal(page.url(), start);
  await page.goBack();
  assert.equal(await isOpen(page), true);
  await page.goBack();
  assert.match(await page.locator('#panel-title').textContent(), /The title of 3/);
  await page.goBack();
  assert.equal(await isOpen(page), false);
});

claim('opens what a link names, and says so if it names nothing', async (page) => {
  await page.goto(`${page.url()}#/problem/problem_005/cpp`);
  await page.reload();
  await ready(page);
  assert.match(await page.locator('#panel-title').textContent(), /The title of 5/);
  assert.equal(await page.locator('#panel .tabs [aria-current]').textContent(), 'cpp');
  for (const nowhere of ['#/problem/nothing', '#/sample/%E0%A4%A', '#/']) {
    await page.goto(`${page.url().split('#')[0]}${nowhere}`);
    await page.waitForFunction(() => document.getElementById('panel-title')?.textContent === 'Nothing is here');
  }
});

claim('shows of a sample what adds up to its score', async (page) => {
  await page.locator('#map tbody a', {hasText: 'problem_003'}).click();
  await page.locator('#panel a.sample:not(.failed)').first().click();
  const sum = await page.locator('#panel .sum').textContent();
  const [, terms, weights, score] = sum.match(/^score = \((.*)\) \/ (\d+) = ([\d.]+)$/);
  const added = terms.split(' + ').map((term) => term.split(' × ').map(Number)).reduce((all, [weight, f]) => all + weight * f, 0);
  assert.ok(Math.abs(added / Number(weights) - Number(score)) < 2e-4, sum);
});

claim('turns dark by the switch, and by the system\'s wish', async (page) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.emulateMedia({colorScheme: 'dark'});
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  const dark = await background();
  assert.notEqual(dark, light);
  await page.locator('#theme').click();
  assert.equal(await background(), light);
  await page.locator('#theme').click();
  assert.equal(await background(), dark);
});

claim('can be used with the keyboard alone', async (page) => {
  const press = (key) => page.keyboard.press(key);
  const focused = () => page.evaluate(() => document.activeElement.outerHTML.slice(0, 200));
  await press('Tab');
  assert.match(await focused(), /class="skip"/);
  await press('Enter');
  await press('Tab');
  assert.match(await focused(), /filter-text/);
  await page.locator('#models-table th', {hasText: /^eff@1$/}).locator('button').focus();
  await press('Enter');
  assert.equal(await page.locator('#models-table [aria-sort=descending]').count(), 1);
  await press('Tab');
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), 'none');
  const opener = page.locator('#map tbody a', {hasText: 'problem_002'});
  await opener.focus();
  await press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'panel-title');
  for (let i = 0; i < 40; ++i) {
    await press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement === document.body || document.getElementById('panel').contains(document.activeElement)), 'focus left the open panel');
  }
  await press('Escape');
  assert.equal(await isOpen(page), false);
  assert.ok(await opener.evaluate((link) => link === document.activeElement), 'focus did not come back');
});

for (const place of ['', '#/problem/problem_003', '#/sample/sample']) {
  claim(`is never wider than a phone of 360 pixels${place ? `, at ${place}` : ''}`, async (page) => {
    if (place) await page.locator('#map tbody a', {hasText: 'problem_003'}).click();
    if (place.includes('sample')) await page.locator('#panel a.sample').first().click();
    await settled(page);
    const [page_, panel] = await page.evaluate(() => [document.documentElement.scrollWidth, document.getElementById('panel').scrollWidth]);
    assert.ok(page_ <= 360, `the page is ${page_} wide`);
    assert.ok(panel <= 360, `the panel is ${panel} wide`);
  }, {viewport: {width: 360, height: 740}});
}

for (const colorScheme of ['light', 'dark']) {
  claim(`has no serious fault that axe finds, ${colorScheme}, with and without a panel`, async (page) => {
    await page.addScriptTag({content: axe});
    const serious = async () => (await page.evaluate(async () => (await axe.run()).violations)).filter((one) => ['serious', 'critical'].includes(one.impact))
      .map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(' | ')}`);
    for (const summary of await page.locator('.chart-data summary').all()) await summary.click();
    await page.locator('.chart-data table').last().waitFor();
    assert.deepEqual(await serious(), []);
    await page.locator('#map tbody a', {hasText: 'problem_003'}).click();
    assert.deepEqual(await serious(), []);
    await page.locator('#panel a.sample').first().click();
    assert.deepEqual(await serious(), []);
  }, {colorScheme, bypassCSP: true});
}

claim('gives every chart the numbers behind it as a table', async (page) => {
  const figures = page.locator('#chart-grid figure');
  assert.equal(await figures.count(), 4);
  for (const figure of await figures.all()) {
    await figure.locator('summary').first().click();
    await figure.locator('table tbody tr').first().waitFor();
    assert.match(await figure.locator('[role=img]').getAttribute('aria-label'), /chart/);
    assert.equal(await figure.locator('canvas').count(), 1);
  }
});

claim('forbids itself everything but its own scripts and styles', async (page) => {
  const refused = [];
  await page.exposeFunction('refused', (what) => refused.push(what));
  await page.evaluate(async () => {
    document.addEventListener('securitypolicyviolation', (event) => window.refused(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    await fetch('http://127.0.0.1:9/').catch(() => {});
  });
  await page.waitForTimeout(50);
  assert.equal(await page.evaluate(() => window.injected), undefined);
  assert.deepEqual([...new Set(refused)].sort(), ['connect-src', 'script-src-elem']);
}, {mayComplain: true});

async function run(browser, url, {text, check, options}) {
  const {mayComplain, ...contextOptions} = options;
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...contextOptions});
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => { complaints.push(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', (request) => { if (!request.url().startsWith(url.split('#')[0])) complaints.push(`a request: ${request.url()}`); });
  try {
    await page.goto(url);
    if (contextOptions.javaScriptEnabled !== false) await ready(page);
    await check(page);
    if (!mayComplain) assert.deepEqual(complaints, []);
    console.log(`ok      ${text}`);
    return true;
  } catch (error) {
    console.log(`FAILED  ${text}\n        ${String(error.message).replaceAll('\n', '\n        ')}`);
    return false;
  } finally {
    await context.close();
  }
}

let allHold = true;
try {
  const madeUp = join(folder, 'made up.effk');
  execFileSync(madeUpRun, [madeUp, String(kModels), String(kProblems), '4']);
  execFileSync(effk, ['leaderboard', madeUp, '-o', folder], {stdio: ['ignore', 'inherit', 'pipe']});
  const url = pathToFileURL(join(folder, 'index.html')).href;
  const browser = await chromium.launch({executablePath: chromiumPath, args: ['--no-sandbox']});
  for (const one of claims) allHold = await run(browser, url, one) && allHold;
  await browser.close();
} finally {
  rmSync(folder, {recursive: true});
}
process.exit(allHold ? 0 : 1);
