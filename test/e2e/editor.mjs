import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { chromium, selectors } from 'playwright-core';

/**
 * Takes pictures of the node in a real editor, for people to look at. It needs an installed Chromium.
 *
 *   npm run demo -- --editor
 *   node test/e2e/editor.mjs ADDRESS E-MAIL PASSWORD     (the three that the demo prints)
 */

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const [address, email, password] = process.argv.slice(2);
const executablePath = process.env.CHROMIUM ?? BROWSERS.find((file) => existsSync(file));
if (!address || !email || !password || !executablePath) {
	console.error(
		'Call: node test/e2e/editor.mjs ADDRESS E-MAIL PASSWORD, as "npm run demo -- --editor" prints them.\n' +
			'It needs Chromium (Debian: apt-get install -y chromium), or the path of one in the variable CHROMIUM.',
	);
	process.exit(1);
}

selectors.setTestIdAttribute('data-test-id');
const folder = await mkdtemp(path.join(tmpdir(), 'lexer-editor-'));
const browser = await chromium.launch({
	executablePath,
	// Chromium's own sandbox does not run as root, as in containers.
	args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
	const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
	page.setDefaultTimeout(20_000);
	try {
		await logIn(page);
		await photographPanel(page);
		await photographCredential(page);
		await photographSearch(page);
	} catch (error) {
		await photograph(page, 'where-it-failed');
		throw error;
	}
} finally {
	await browser.close();
}

/** @param {import('playwright-core').Page} page */
async function logIn(page) {
	await page.goto(`${new URL(address).origin}/signin`);
	await page.locator('input[name=emailOrLdapLoginId]').fill(email);
	await page.locator('input[name=password]').fill(password);
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL((url) => !url.pathname.startsWith('/signin'));
	await page.goto(address);
	await page.getByTestId('canvas-node').first().waitFor();
	await page.waitForTimeout(2000);
	await photograph(page, 'workflow');
}

/** @param {import('playwright-core').Page} page */
async function photographPanel(page) {
	await page.locator('[data-test-id=canvas-node][data-node-name=Lexer]').dblclick();
	await page.getByTestId('parameter-input-binaryPropertyName').waitFor();
	await page.waitForTimeout(1000);
	await photograph(page, 'node-panel');
}

/** @param {import('playwright-core').Page} page */
async function photographCredential(page) {
	await page.getByTestId('credential-edit-button').click();
	await page.getByTestId('editCredential-modal').waitFor();
	await page.waitForTimeout(1500);
	await photograph(page, 'credential');
	await page.keyboard.press('Escape');
}

/** @param {import('playwright-core').Page} page */
async function photographSearch(page) {
	await page.goto(address);
	await page.getByTestId('node-creator-plus-button').click();
	await page.getByTestId('node-creator-search-bar').fill('lexer');
	await page.waitForTimeout(1500);
	await photograph(page, 'node-search');
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
async function photograph(page, name) {
	const file = path.join(folder, `${name}.png`);
	await page.screenshot({ path: file });
	console.log(file);
}
