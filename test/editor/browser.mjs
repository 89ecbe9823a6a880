import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { chromium, selectors } from 'playwright-core';

import { withPalette } from './palette.mjs';

/** A browser with a profile of its own, and what is done in it, with its clicks counted. */

/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {Awaited<ReturnType<typeof openBrowser>>} Browser */

/** n8n names the parts of its editor so. */
selectors.setTestIdAttribute('data-test-id');

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const SIZE = { width: 1280, height: 800 };
/** On a machine with much to do, n8n's editor takes its time. */
const PATIENCE_MS = 60_000;
/** For what the editor moves or fades in. */
const SETTLED_MS = 700;
const THEMES = /** @type {const} */ (['light', 'dark']);

/** n8n's tabs stand half over the canvas, and its buttons at the side of it. */
const TABS_PX = 24;
const BUTTONS_PX = 72;

/** @param {Locator} canvas */
export async function middleOf(canvas) {
	const { x, y, width, height } = /** @type {{ x: number, y: number, width: number, height: number }} */ (await canvas.boundingBox());
	return { x, y: y + TABS_PX, width: width - BUTTONS_PX, height: height - TABS_PX };
}

/** @returns {string | undefined} the installed Chromium, or the one that the variable CHROMIUM names */
export function findChromium() {
	return process.env.CHROMIUM ?? PLACES.find((file) => existsSync(file));
}

/**
 * @param {string} baseUrl of n8n
 * @param {string} pictures the folder that pictures go to
 */
export async function openBrowser(baseUrl, pictures) {
	// Chromium's own sandbox does not run as root, as in containers.
	const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	const chrome = await chromium.launch({ executablePath: findChromium(), args });
	const context = await chrome.newContext({ baseURL: baseUrl, viewport: SIZE, colorScheme: 'light', reducedMotion: 'reduce' });
	const page = await context.newPage();
	page.setDefaultTimeout(PATIENCE_MS);
	/** @type {string[]} */
	const clicks = [];

	return {
		page,
		/** What has been clicked so far. */
		clicks,
		/**
		 * @param {string} what it is, in words
		 * @param {Locator} target
		 */
		async click(what, target) {
			await target.click();
			clicks.push(what);
		},

		/** @param {import('../e2e/rest.mjs').Owner} owner */
		async logIn({ email, password }) {
			const answer = await page.request.post('/rest/login', { data: { emailOrLdapLoginId: email, password } });
			if (!answer.ok()) throw new Error(`n8n answered ${answer.status()} to the log-in`);
		},

		/**
		 * Takes pictures of what is shown, in light and in dark.
		 * @param {string} name
		 * @param {{ canvas?: boolean, themes?: ReadonlyArray<'light' | 'dark'> }} [options] `canvas`: only that
		 */
		async photograph(name, { canvas = false, themes = THEMES } = {}) {
			await mkdir(pictures, { recursive: true });
			// Notes of what went well stand before what they speak of, and n8n's button before low nodes.
			const style = `.el-notification${canvas ? ', [data-test-id=execute-workflow-button]' : ''} { display: none !important }`;
			for (const theme of themes) {
				await page.emulateMedia({ colorScheme: theme });
				await page.waitForTimeout(SETTLED_MS);
				const clip = canvas ? await middleOf(page.getByTestId('canvas')) : undefined;
				const picture = await page.screenshot({ style, clip, animations: 'disabled' });
				const file = path.join(pictures, themes.length === 1 ? `${name}.png` : `${name}-${theme}.png`);
				await writeFile(file, withPalette(picture));
			}
			await page.emulateMedia({ colorScheme: 'light' });
		},

		/**
		 * Runs a part of a test, and takes a picture where it fails.
		 * @template T
		 * @param {() => Promise<T>} work
		 * @returns {Promise<T>}
		 */
		async watch(work) {
			try {
				return await work();
			} catch (error) {
				const file = path.join(pictures, 'where-it-failed.png');
				await mkdir(pictures, { recursive: true });
				await page.screenshot({ path: file }).catch(() => undefined);
				console.error(`What the editor showed then: ${file}`);
				throw error;
			}
		},

		close: async () => await chrome.close(),
	};
}
