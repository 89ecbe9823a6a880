import assert from 'node:assert/strict';
import { copyFile, mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { deleteAtExit, exitWithParent, stop } from '../e2e/processes.mjs';
import { formatDuration, say } from '../e2e/progress.mjs';
import { ensureRuntime } from '../e2e/runtime.mjs';
import { startTarget } from '../e2e/target.mjs';
import { startServer } from '../e2e/template.mjs';
import { openBrowser } from './browser.mjs';
import { cutTexts } from './cutTexts.mjs';
import { cleanUp, installByDockerfile, installByReadme } from './installation.mjs';

/** By the README alone: from its commands for an n8n of one's own to a file in the sandbox. */

exitWithParent();

const EXAMPLE = 'customers-2026-01-31-1.csv';
const MAX_CLICKS = 10;
/** n8n searches when one stops typing. */
const SEARCH_MS = 500;
/** What people look for. */
const WORDS = ['lexer', 'cdp', 'customer data', 'file upload', 'csv upload', 'presigned url', 'send file', 'upload file'];

/** @type {string} */
let home;
/** @type {string} */
let installed;
/** @type {import('../e2e/target.mjs').Target} */
let target;
/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
/** @type {import('./browser.mjs').Browser} */
let browser;
before(async () => {
	home = await mkdtemp(path.join(tmpdir(), 'lexer-newcomer-'));
	deleteAtExit(home);
	installed = await installByReadme(home);
	const files = path.join(home, '.n8n-files');
	await mkdir(files);
	await copyFile(fileURLToPath(new URL(`../../examples/${EXAMPLE}`, import.meta.url)), path.join(files, EXAMPLE));
	target = await startTarget();
	server = await startServer(await ensureRuntime(), { dir: home, files }, { logFile: path.join(home, 'n8n.log') });
	browser = await openBrowser(server.baseUrl, String(process.env.LEXER_PICTURES));
});
after(async () => {
	await browser?.close();
	if (server) await stop(server.child);
	await target?.close();
	await cleanUp();
});

describe("the README's installation", () => {
	test('its Dockerfile gives the same package', async () => {
		const image = path.join(home, 'image');
		await mkdir(image);
		const inImage = await installByDockerfile(image);
		assert.deepEqual((await readdir(inImage, { recursive: true })).sort(), (await readdir(installed, { recursive: true })).sort());
	});
});

describe('a newcomer', () => {
	test(`has a file in the sandbox after at most ${MAX_CLICKS} clicks`, async () => {
		await browser.watch(async () => {
			const startedAt = Date.now();
			const { page, click, clicks } = browser;
			await setUpOwner();
			await addFileNode();

			await click('+ behind the file', page.locator('[data-node-name="Read/Write Files from Disk"]').getByTestId('canvas-handle-plus'));
			for (const words of WORDS) assert.ok((await found(words)).includes('Lexer'), `"${words}" finds Lexer`);
			await chooseNode('upload file');
			await page.getByText('Create upload URL').waitFor();
			assert.deepEqual(await cutTexts(page.getByTestId('node-creator')), []);
			await browser.photograph('actions');
			await page.keyboard.press('Enter');

			await click('Connect to Lexer', page.getByText('Connect to Lexer'));
			await fillIn('apiToken', target.sandbox.token);
			await fillIn('baseUrl', target.sandbox.apiUrl);
			assert.deepEqual(await cutTexts(page.getByTestId('editCredential-modal')), []);
			await browser.photograph('credential');
			await click('Save', page.getByTestId('credential-save-button'));
			// It closes by itself when its test was good.
			await page.getByTestId('editCredential-modal').waitFor({ state: 'detached' });

			await click('Execute step', page.getByTestId('node-execute-button'));
			await page.getByTestId('output-panel').getByText('uploadId').first().waitFor();
			const took = Date.now() - startedAt;
			say(`${clicks.length} clicks (${clicks.join(', ')}) in ${formatDuration(took)}, from "n8n is running" to "file in the sandbox"`);
			assert.deepEqual(await target.sandbox.list().then((objects) => objects.map(({ fileName }) => fileName)), [EXAMPLE]);
			assert.ok(clicks.length <= MAX_CLICKS, `${clicks.length} clicks: ${clicks.join(', ')}`);
			assert.deepEqual(await cutTexts(page.getByTestId('node-parameters')), []);
			await page.getByTestId('output-panel').getByText('JSON', { exact: true }).click();
			await page.getByText(home).first().evaluate((text) => (text.textContent = '/home/node/.n8n-files'));
			await browser.photograph('receipt');
		});
	});

});

async function setUpOwner() {
	const { page, click } = browser;
	await page.goto('/');
	await page.locator('input[name=email]').fill('newcomer@n8n.example');
	await page.locator('input[name=firstName]').fill('Nina');
	await page.locator('input[name=lastName]').fill('Newcomer');
	await page.locator('input[name=password]').fill('Lexer-12345');
	await click('Next', page.getByTestId('form-submit-button'));
	await click('Set up later in Settings', page.getByText('Set up later in Settings'));
	await click('Build a workflow', page.getByText('Build a workflow'));
}

async function addFileNode() {
	const { page, click } = browser;
	await click('Add first step', page.getByTestId('canvas-add-button'));
	await chooseNode('read files');
	await click('Read File(s) From Disk', page.getByText('Read File(s) From Disk'));
	await fillIn('fileSelector', path.join(home, '.n8n-files', EXAMPLE));
	await click('close', page.getByTestId('ndv-close-button'));
}

/**
 * @param {string} words typed into the search of nodes
 * @returns {Promise<string[]>} the nodes' names
 */
async function found(words) {
	const { page } = browser;
	await page.getByTestId('node-creator-search-bar').fill(words);
	await page.waitForTimeout(SEARCH_MS);
	return await page.getByTestId('node-creator-item-name').allInnerTexts();
}

/** @param {string} words */
async function chooseNode(words) {
	const bar = browser.page.getByTestId('node-creator-search-bar');
	await bar.fill(words);
	await browser.page.waitForTimeout(SEARCH_MS);
	await bar.press('Enter');
}

/**
 * @param {string} name of a parameter
 * @param {string} text
 */
async function fillIn(name, text) {
	await browser.page.getByTestId(`parameter-input-${name}`).locator('input').first().fill(text);
}
