import { api, fileItem, storage } from '../case.mjs';

/** @typedef {import('../case.mjs').Case} Case */

/** @param {string} slug @param {number} count */
const files = (slug, count) => Array.from({ length: count }, (_, index) => `${slug}-${index + 1}.csv`);

/**
 * @param {number} most
 * @returns {NonNullable<Case['also']>}
 */
const refusedAtMost = (most) => ({ requests }) => {
	/** @type {Map<string | undefined, number>} */
	const refused = new Map();
	for (const { status, fileName, body } of requests) {
		const name = fileName ?? JSON.parse(body || '{}').filename;
		if (status === 429) refused.set(name, (refused.get(name) ?? 0) + 1);
	}
	return [...refused].filter(([, count]) => count > most).map(([name, count]) => `"${name}" was refused ${count} times`);
};

/** @type {Case[]} */
export const rates = [
	{
		name: 'a limit that does not say when to come back is waited out by all files',
		items: files('rate-limited', 20).map((name) => fileItem(name)),
		credential: 'limited',
		lexer: { options: { concurrency: 8 } },
		delivered: files('rate-limited', 20).map((fileName) => ({ fileName, attempts: 1 })),
		failed: [],
		alone: true,
	},
	{
		name: 'with a limit of ten a second, no file is refused more than twice',
		items: files('rate-ten', 60).map((name) => fileItem(name)),
		credential: 'limitedToTen',
		lexer: { options: { concurrency: 20 } },
		delivered: files('rate-ten', 60).map((fileName) => ({ fileName })),
		failed: [],
		also: refusedAtMost(2),
		alone: true,
	},
	{
		name: 'a refusal that says when to come back is heard',
		items: files('rate-after', 3).map((name) => fileItem(name)),
		faults: [api('rate-after-1.csv', 'retryAfter', { seconds: 1 }), api('rate-after-2.csv', 'retryAfter', { seconds: 1, date: true }), storage('rate-after-3.csv', 'retryAfter', { seconds: 1 })],
		delivered: files('rate-after', 3).map((fileName) => ({ fileName })),
		failed: [],
		alone: true,
	},
	{
		name: 'single refusals without a word are waited out',
		items: files('rate-single', 4).map((name) => fileItem(name)),
		faults: files('rate-single', 4).map((name) => api(name, 'status', { status: 429 })),
		delivered: files('rate-single', 4).map((fileName) => ({ fileName })),
		failed: [],
		alone: true,
	},
	{
		name: 'who is to wait for longer than anybody does fails at once',
		items: [fileItem('rate-long.csv')],
		faults: [api('rate-long.csv', 'retryAfter', { seconds: 100_000, times: null })],
		delivered: [],
		failed: [{ item: 0, error: /wait/ }],
		asked: { api: 1, s3: 0 },
	},
];
