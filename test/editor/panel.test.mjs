import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { lexer } from '../e2e/workflows.mjs';
import { cutTexts } from './cutTexts.mjs';
import { openEditorLab, SHOWN_MS } from './lab.mjs';
import { everyColumn, everythingSet, operations } from './panels.mjs';

/** What the node's panels show: every option of every operation, and all that can be chosen. */

/** n8n gives the names of mapped fields half of the panel, and cuts long ones with an ellipsis. */
const MAPPED = '[data-test-id=mapping-fields-container]';

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

describe('in the panel', () => {
	/** Lists that have been looked at. */
	const known = new Set();

	for (const [resource, operation] of operations()) {
		seen(`of ${resource} > ${operation} nothing is cut, with all options set`, async () => {
			const parameters = everythingSet(resource, operation);
			if (resource === 'record') parameters.columns = await everyColumn(operation === 'check' ? 'purchase' : 'customer_record');
			if (operation === 'check') parameters.recordType = 'purchase';
			await editor.open(lexer(parameters));
			assert.deepEqual(await cutTexts(editor.panel, MAPPED), []);

			for (const list of await editor.panel.locator('[data-test-id^=parameter-input-]:has(.el-select:visible)').all()) {
				const name = await list.getAttribute('data-test-id');
				if (known.has(name)) continue;
				known.add(name);
				await list.locator('.el-select').first().click();
				await editor.page.waitForTimeout(SHOWN_MS);
				assert.deepEqual(await cutTexts(editor.choices), [], `the choices of ${name}`);
				await list.locator('.el-select').first().click();
			}
		});
	}

	seen('nothing is cut of the options and conversions that can be added', async () => {
		await editor.open(lexer({ resource: 'record', operation: 'upload', recordType: 'purchase' }));
		const collections = await editor.panel.getByTestId('collection-parameter-add').all();
		assert.equal(collections.length, 2);
		for (const [index, collection] of collections.entries()) {
			await collection.click();
			await editor.page.waitForTimeout(SHOWN_MS);
			assert.deepEqual(await cutTexts(editor.choices), [], `collection ${index + 1}`);
			await collection.click();
		}
	});
});
