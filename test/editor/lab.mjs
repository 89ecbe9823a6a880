import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { openRunningLab } from '../e2e/lab.mjs';
import { chain, fillIn, manualTrigger } from '../e2e/workflows.mjs';
import { middleOf, openBrowser } from './browser.mjs';

/** An n8n with the sandbox's credential, and somebody who is logged in to its editor. */

export const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
/** For a list to open, and for fields to appear. */
export const SHOWN_MS = 500;
const SAMPLE = 'customers-2026-01-31-1.csv';

export async function openEditorLab() {
	const lab = await openRunningLab();
	const sample = path.join(lab.instance.files, SAMPLE);
	await copyFile(path.join(EXAMPLES, SAMPLE), sample);
	const browser = await openBrowser(lab.baseUrl, String(process.env.LEXER_PICTURES));
	await browser.logIn(lab.instance.owner);
	const { page, click } = browser;

	return {
		browser,
		page,
		sandbox: lab.sandbox,
		/** The sample file, where workflows may read it. */
		sample,

		/** @param {import('../e2e/workflows.mjs').Workflow} workflow */
		async openWorkflow(workflow) {
			const id = await lab.rest.createWorkflow(fillIn(workflow, { credentialId: lab.target.credential.id }));
			await page.goto(`/workflow/${id}`);
			await page.getByTestId('canvas-node').first().waitFor();
			await page.waitForTimeout(SHOWN_MS);
		},

		/**
		 * Opens a workflow of these nodes in the editor, and its Lexer node.
		 * @param {import('../e2e/workflows.mjs').WorkflowNode[]} nodes
		 */
		async open(...nodes) {
			await this.openWorkflow(chain('Customers to Lexer', [manualTrigger(), ...nodes]));
			await page.locator('[data-test-id=canvas-node][data-node-name=Lexer]').dblclick();
			await this.panel.waitFor();
			await page.waitForTimeout(SHOWN_MS);
		},

		/** Shows all of a workflow: n8n fits its nodes in, but not the lines around them, nor what stands at their ends. */
		async fitIn() {
			await page.getByTestId('zoom-to-fit').click();
			await page.waitForTimeout(SHOWN_MS);
			const canvas = page.getByTestId('canvas');
			const isAnyCut = async () => await canvas.evaluate(isCut, await middleOf(canvas));
			for (let zoomedOut = 0; zoomedOut < 3 && (await isAnyCut()); zoomedOut++) {
				await page.getByTestId('zoom-out-button').click();
				await page.waitForTimeout(SHOWN_MS);
			}
			assert.ok(!(await isAnyCut()), 'a part of the workflow is cut');
		},

		panel: page.getByTestId('node-parameters'),
		output: page.getByTestId('output-panel'),
		/** The list that is open. */
		choices: page.locator('.el-select-dropdown:visible').last(),

		/** @param {string} name of a parameter */
		field: (name) => page.getByTestId(`parameter-input-${name}`),

		/**
		 * @param {import('playwright-core').Locator} list
		 * @param {string} name
		 */
		async choose(list, name) {
			await click('a list', list);
			await click(name, this.choices.locator('li').filter({ hasText: name }).first());
			await page.waitForTimeout(SHOWN_MS);
		},

		/** Runs the node, and shows what it gave out as JSON. */
		async execute() {
			await click('Execute step', page.getByTestId('node-execute-button'));
			await this.output.getByText(/^\d+ items?$|^Nothing was sent/).first().waitFor();
			const json = this.output.getByText('JSON', { exact: true });
			if (await json.isVisible()) await click('JSON', json);
		},

		/** What arrived last. */
		async arrived() {
			const [last] = (await lab.sandbox.list()).slice(-1);
			return last;
		},

		async close() {
			await browser.close();
			await lab.close();
		},
	};
}

/**
 * In the browser: whether a node, a line or what stands at its end reaches out of the picture.
 * @param {Element} canvas
 * @param {{ x: number, y: number, width: number, height: number }} picture
 */
function isCut(canvas, { x, y, width, height }) {
	const parts = [...canvas.querySelectorAll('.vue-flow__node, .vue-flow__edge-path, [data-test-id=canvas-handle-plus]')];
	return parts.some((part) => {
		const { left, right, top, bottom } = part.getBoundingClientRect();
		return left < x || right > x + width || top < y || bottom > y + height;
	});
}
