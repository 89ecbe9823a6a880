import assert from 'node:assert/strict';
import { copyFile, readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { openRunningLab, storedRecords } from '../e2e/lab.mjs';
import { chain, fillIn, lexer, manualTrigger, readFiles, rows } from '../e2e/workflows.mjs';
import { openBrowser } from './browser.mjs';
import { cutTexts } from './cutTexts.mjs';
import { everyColumn, everythingSet, operations } from './panels.mjs';

/** What people see of the node in n8n's editor, and what comes of their clicks. */

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
const SAMPLE = 'customers-2026-01-31-1.csv';
/** For a list to open, and for fields to appear. */
const SHOWN_MS = 500;
/** n8n gives the names of mapped fields half of the panel; its list of fields to add shows them whole. */
const MAPPED = '[data-test-id=mapping-fields-container]';

/** @type {Awaited<ReturnType<typeof openRunningLab>>} */
let lab;
/** @type {import('./browser.mjs').Browser} */
let browser;
before(async () => {
	lab = await openRunningLab();
	await copyFile(path.join(EXAMPLES, SAMPLE), path.join(lab.instance.files, SAMPLE));
	browser = await openBrowser(lab.baseUrl, String(process.env.LEXER_PICTURES));
	await browser.logIn(lab.instance.owner);
});
after(async () => {
	await browser?.close();
	await lab?.close();
});

/**
 * @param {string} name
 * @param {() => Promise<void>} work
 */
const seen = (name, work) => test(name, async () => await browser.watch(work));

/**
 * Opens a workflow in the editor, and its Lexer node.
 * @param {import('../e2e/workflows.mjs').WorkflowNode[]} nodes
 */
async function open(...nodes) {
	await openWorkflow(chain('Customers to Lexer', [manualTrigger(), ...nodes]));
	await browser.page.locator('[data-test-id=canvas-node][data-node-name=Lexer]').dblclick();
	await panel().waitFor();
	await browser.page.waitForTimeout(SHOWN_MS);
}

/** @param {import('../e2e/workflows.mjs').Workflow} workflow */
async function openWorkflow(workflow) {
	const id = await lab.rest.createWorkflow(fillIn(workflow, { credentialId: lab.target.credential.id }));
	await browser.page.goto(`/workflow/${id}`);
	await browser.page.getByTestId('canvas-node').first().waitFor();
	await browser.page.waitForTimeout(SHOWN_MS);
}

const panel = () => browser.page.getByTestId('node-parameters');

/** @param {string} name */
const field = (name) => browser.page.getByTestId(`parameter-input-${name}`);

/** The list that is open. */
const choices = () => browser.page.locator('.el-select-dropdown:visible').last();

/**
 * @param {import('playwright-core').Locator} list
 * @param {string} name
 */
async function choose(list, name) {
	await browser.click('a list', list);
	await browser.click(name, choices().locator('li').filter({ hasText: name }).first());
	await browser.page.waitForTimeout(SHOWN_MS);
}

/** @param {string} view of the output */
async function execute(view = 'JSON') {
	const { page } = browser;
	await browser.click('Execute step', page.getByTestId('node-execute-button'));
	await page.getByTestId('output-panel').getByText(/\d items?|^Nothing was sent/).first().waitFor();
	const tab = page.getByTestId('output-panel').getByText(view, { exact: true });
	if (await tab.isVisible()) await browser.click(view, tab);
}

/** The last one that arrived. */
async function arrived() {
	const [last] = (await lab.sandbox.list()).slice(-1);
	return last;
}

const CUSTOMERS = `return [
	{ json: { mail: 'ada@example.com', first_name: 'Ada', birthday: '1990-12-10' } },
	{ json: { mail: 'bob@example.com', first_name: 'Bob', birthday: '31/12/1985' } },
];`;

describe('in the panel', () => {
	/** Lists that have been looked at. */
	const known = new Set();

	for (const [resource, operation] of operations()) {
		seen(`of ${resource} > ${operation} nothing is cut, with all options set`, async () => {
			const parameters = everythingSet(resource, operation);
			if (resource === 'record') parameters.columns = await everyColumn(operation === 'check' ? 'purchase' : 'customer_record');
			if (operation === 'check') parameters.recordType = 'purchase';
			await open(lexer(parameters));
			assert.deepEqual(await cutTexts(panel(), MAPPED), []);

			for (const list of await panel().locator('[data-test-id^=parameter-input-]:has(.el-select:visible)').all()) {
				const name = await list.getAttribute('data-test-id');
				if (known.has(name)) continue;
				known.add(name);
				await list.locator('.el-select').first().click();
				await browser.page.waitForTimeout(SHOWN_MS);
				assert.deepEqual(await cutTexts(choices()), [], `the choices of ${name}`);
				await list.locator('.el-select').first().click();
			}
		});
	}

	seen('options, conversions and fields can be added', async () => {
		await open(lexer({ resource: 'record', operation: 'upload', recordType: 'purchase' }));
		await choose(browser.page.getByTestId('mapping-mode-select'), 'Map Each Column Manually');
		await browser.page.getByTestId('add-fields-select').click();
		await browser.page.waitForTimeout(SHOWN_MS);
		assert.deepEqual(await cutTexts(choices()), []);
		await browser.photograph('fields');
		await browser.page.getByTestId('add-fields-select').click();
		for (const [index, collection] of (await panel().getByTestId('collection-parameter-add').all()).entries()) {
			await collection.click();
			await browser.page.waitForTimeout(SHOWN_MS);
			assert.deepEqual(await cutTexts(choices()), [], `collection ${index + 1}`);
			await collection.click();
		}
	});
});

describe('what comes of clicks', () => {
	seen('of Map Each Column Manually only what was filled in is sent', async () => {
		await open(rows(CUSTOMERS, 'Customers'), lexer({ resource: 'record', operation: 'upload' }));
		await choose(browser.page.getByTestId('mapping-mode-select'), 'Map Each Column Manually');
		await field('link.email').locator('input').fill('ada@example.com');
		await execute();
		await browser.photograph('record-upload');
		assert.deepEqual(await cutTexts(panel()), []);
		const [record, ...others] = await storedRecords({ json: { uploadId: (await arrived()).uploadId } }, lab.sandbox);
		assert.deepEqual([record, others.length], [{ link: { email: 'ada@example.com' } }, 1]);
	});

	seen('Convert CSV shows what it needs, and converts', async () => {
		await open(readFiles(path.join(lab.instance.files, SAMPLE)), lexer({ resource: 'file', operation: 'upload' }));
		assert.equal(await field('recordType').count(), 0);
		await choose(panel().getByTestId('collection-parameter-add').first(), 'Convert CSV');
		await browser.click('the switch', field('convertCsv').getByRole('switch'));
		await field('recordType').waitFor();
		await execute();
		await field('recordType').scrollIntoViewIfNeeded();
		await browser.photograph('convert-csv');
		assert.deepEqual(await cutTexts(panel()), []);
		const { fileName, body } = await arrived();
		assert.equal(fileName, 'customers-2026-01-31-1.ndjson');
		assert.match(String(await body?.()), /^\{"link":\{"email":/);
	});

	seen('a row without a link says how to name its column', async () => {
		await open(rows(CUSTOMERS, 'Customers'), lexer({ resource: 'record', operation: 'upload' }));
		await execute();
		const output = browser.page.getByTestId('output-panel');
		await output.getByText('Nothing was sent').first().waitFor();
		await output.getByText('link.email').first().waitFor();
		await browser.photograph('error');
	});

	seen('Record > Check reports on each column', async () => {
		await open(rows(CUSTOMERS, 'Customers'), lexer({ resource: 'record', operation: 'check' }));
		await execute();
		await browser.page.getByTestId('output-panel').getByText('suggestion').first().waitFor();
		await browser.photograph('record-check');
	});
});

describe('the examples', async () => {
	for (const file of (await readdir(EXAMPLES)).filter((name) => name.endsWith('.json'))) {
		seen(`${file} stands on the canvas`, async () => {
			await openWorkflow(JSON.parse(await readFile(path.join(EXAMPLES, file), 'utf8')));
			const { page } = browser;
			await page.getByTestId('zoom-to-fit').click();
			await page.waitForTimeout(SHOWN_MS);
			await browser.photograph(`example-${path.basename(file, '.json')}`, { part: page.getByTestId('canvas'), themes: ['light'] });
		});
	}
});
