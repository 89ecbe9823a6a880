import { differences, show } from './differences.mjs';
import { LAWS } from './laws.mjs';

/** Requests shown of those that are too many. */
const MAX_SHOWN = 8;

/**
 * What is wrong with a case that has run, a line each.
 * @param {import('./branches.mjs').NumberedCase} given
 * @param {import('./case.mjs').Seen} seen
 * @param {typeof LAWS} [laws] further ones, of the suite
 * @returns {Promise<string[]>}
 */
export async function judge(given, seen, laws = []) {
	const found = [...LAWS, ...laws].flatMap((law) => law(seen, given));
	const { delivered, failed, stopped, stored = {}, attached, asked = {} } = given;
	if (delivered) found.push(...differences(delivered, seen.succeeded.map(({ json }) => json), 'success output'));
	if (failed) found.push(...differences(byItem(failed), byItem(seen.failed.map(failedItem)), 'error output'));
	if (given.onError === 'stopWorkflow') found.push(...differences(stopped ?? undefined, seen.thrown, 'the error that stops'));
	for (const [fileName, content] of Object.entries(stored)) {
		found.push(...differences(content, await contentOf(seen, fileName, content), `stored "${fileName}"`));
	}
	if (attached) found.push(...differences(attached, await Promise.all(seen.succeeded.map((item) => rejectedOf(seen, item))), 'attached'));
	for (const [target, count] of Object.entries(asked)) {
		const requests = seen.requests.filter((request) => request.target === target);
		if (requests.length !== count) found.push(`${requests.length} requests to ${target}, not ${count}: ${requests.slice(0, MAX_SHOWN).map(describe).join('; ')}`);
	}
	if (seen.unused.length > 0) found.push(`faults that no request has met: ${show(seen.unused)}`);
	found.push(...((await given.also?.(seen)) ?? []));
	if (found.length > 0) found.push(`success output: ${show(seen.succeeded)}`, `error output: ${show(seen.failed)}`);
	return found;
}

/** @param {import('../workflows.mjs').Item} item */
function failedItem({ json, pairedItem, binary }) {
	const [file] = Object.values(binary ?? {});
	return { item: /** @type {{ item?: number }} */ ([pairedItem].flat()[0])?.item ?? NaN, error: json.error, file: file?.fileName };
}

/**
 * @template {{ item: number }} Failed
 * @param {Failed[]} items
 * @returns {Failed[]}
 */
function byItem(items) {
	return [...items].sort((one, other) => one.item - other.item);
}

/**
 * @param {import('./case.mjs').Seen} seen
 * @param {string} fileName
 * @param {unknown} wanted a list, where it is to be read as NDJSON
 */
async function contentOf({ stored }, fileName, wanted) {
	const text = (await stored.findLast((object) => object.fileName === fileName)?.body?.())?.toString();
	return text === undefined || !Array.isArray(wanted) ? text : parseLines(text);
}

/**
 * The records that a receipt's item carries because they were rejected, in either of n8n's binary modes.
 * @param {import('./case.mjs').Seen} seen
 * @param {import('../workflows.mjs').Item} item
 */
async function rejectedOf({ textOf }, { json, binary }) {
	const file = binary?.rejected ?? /** @type {Record<string, import('./case.mjs').Json> | undefined} */ (json._files)?.rejected;
	return file && parseLines((await textOf(file)) ?? '');
}

/** @param {string} text */
function parseLines(text) {
	return text.split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

/** @param {import('../../sandbox/index.js').LoggedRequest} request */
function describe({ fileName, status, code, fault, receivedBytes }) {
	return `${fileName}: ${status ?? 'no answer'} ${code ?? ''} ${fault ? `(${fault})` : ''} ${receivedBytes} bytes`;
}
