import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { storedRecords } from '../e2e/lab.mjs';
import { lexer, readFiles, rows } from '../e2e/workflows.mjs';
import { cutTexts } from './cutTexts.mjs';
import { EXAMPLES, openEditorLab } from './lab.mjs';

/** What comes of clicks in the panel, and how the examples look. */

const CUSTOMERS = `return [
	{ json: { mail: 'ada@example.com', first_name: 'Ada', birthday: '1990-12-10' } },
	{ json: { mail: 'bob@example.com', first_name: 'Bob', birthday: '31/12/1985' } },
];`;

/** @type {Awaited<ReturnType<typeof openEditorLab>>} */
let editor;
before(async () => {
	editor = await openEditorLab();
});
after(async () => await editor?.close());

/**
 * @param {string} name
 * @param {() => Promise<void>} work
 */
const seen = (name, work) => test(name, async () => await editor.browser.watch(work));

describe('what comes of clicks', () => {
	seen('of Map Each Column Manually only what was filled in is sent', async () => {
		await editor.open(rows(CUSTOMERS, 'Customers'), lexer({ resource: 'record', operation: 'upload' }));
		await editor.choose(editor.page.getByTestId('mapping-mode-select'), 'Map Each Column Manually');
		await editor.field('link.email').locator('input').fill('ada@example.com');
		await editor.execute();
		await editor.browser.photograph('record-upload');
		assert.deepEqual(await cutTexts(editor.panel), []);
		const [record, ...others] = await storedRecords({ json: { uploadId: (await editor.arrived()).uploadId } }, editor.sandbox);
		assert.deepEqual([record, others.length], [{ link: { email: 'ada@example.com' } }, 1]);
	});

	seen('Convert CSV shows what it needs, and converts', async () => {
		await editor.open(readFiles(editor.sample), lexer({ resource: 'file', operation: 'upload' }));
		assert.equal(await editor.field('recordType').count(), 0);
		await editor.choose(editor.panel.getByTestId('collection-parameter-add').first(), 'Convert CSV');
		await editor.browser.click('the switch', editor.field('convertCsv').locator('.el-switch'));
		await editor.field('recordType').waitFor();
		await editor.execute();
		await editor.field('recordType').scrollIntoViewIfNeeded();
		const folder = path.dirname(editor.sample);
		await editor.page.getByText(folder).first().evaluate((text) => (text.textContent = '/home/node/.n8n-files'));
		await editor.browser.photograph('convert-csv');
		assert.deepEqual(await cutTexts(editor.panel), []);
		const { fileName, body } = await editor.arrived();
		assert.equal(fileName, 'customers-2026-01-31-1.ndjson');
		assert.match(String(await body?.()), /^\{"link":\{"email":/);
	});

	seen('a row without a link says how to name its column', async () => {
		await editor.open(rows(CUSTOMERS, 'Customers'), lexer({ resource: 'record', operation: 'upload' }));
		await editor.execute();
		const { output } = editor;
		await output.getByText('Nothing was sent').first().waitFor();
		await output.getByText('link.email').first().waitFor();
		await editor.browser.photograph('error');
	});

	seen('Record > Check reports on each column', async () => {
		await editor.open(rows(CUSTOMERS, 'Customers'), lexer({ resource: 'record', operation: 'check' }));
		await editor.execute();
		await editor.output.getByText('suggestion').first().waitFor();
		await editor.browser.photograph('record-check');
	});
});

describe('the examples', () => {
	for (const file of readdirSync(EXAMPLES).filter((name) => name.endsWith('.json'))) {
		seen(`${file} stands on the canvas`, async () => {
			await editor.openWorkflow(JSON.parse(await readFile(path.join(EXAMPLES, file), 'utf8')));
			await editor.fitIn();
			await editor.browser.photograph(`example-${path.basename(file, '.json')}`, { canvas: true, themes: ['light'] });
		});
	}
});
