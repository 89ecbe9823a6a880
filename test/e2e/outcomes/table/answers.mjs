import { ALWAYS, customer, fileItem, records, storage } from '../case.mjs';

/** @typedef {import('../case.mjs').Case} Case */

const LARGE = 5_000_000;
const BUSY = { status: 503, code: 'SlowDown' };
const EXPIRED = { status: 403, code: 'AccessDenied', message: 'Request has expired' };
const REFUSED = { status: 403, code: 'SignatureDoesNotMatch' };

/**
 * One answer to a large file and a large file in memory, to small ones, and to rows.
 * @param {string} name
 * @param {string} slug
 * @param {string} kind
 * @param {object} rule
 * @param {(fileName: string) => object} receipt
 * @param {Pick<Case, 'asked'>} expected
 * @returns {Case[]}
 */
function toAllSources(name, slug, kind, rule, receipt, expected) {
	const names = ['large.csv', 'memory.csv', 'small.csv', 'small-memory.csv'].map((end) => `${slug}-${end}`);
	const files = [{ bytes: LARGE }, { bytes: LARGE, inMemory: true }, {}, { inMemory: true }];
	return [
		{
			...expected,
			name,
			items: names.map((fileName, index) => fileItem(fileName, files[index])),
			faults: names.map((fileName) => storage(fileName, kind, rule)),
			delivered: names.map(receipt),
			failed: [],
		},
		{
			name: `${name} (rows)`,
			items: [customer('ada')],
			lexer: records({ fileName: `${slug}-rows.ndjson` }),
			faults: [storage(`${slug}-rows.ndjson`, kind, rule)],
			delivered: [receipt(`${slug}-rows.ndjson`)],
			failed: [],
		},
	];
}

/** @param {string} fileName */
const secondTry = (fileName) => ({ fileName, attempts: 2, checksumVerified: true });
/** @param {string} fileName */
const firstTry = (fileName) => ({ fileName, attempts: 1, checksumVerified: true });

/** @type {Case[]} */
export const answers = [
	...toAllSources('"slow down" before the body is tried again', 'answer-busy', 'status', { ...BUSY, early: true }, secondTry, { asked: { api: 4, s3: 8 } }),
	...toAllSources('"slow down" after the body is tried again', 'answer-late', 'status', BUSY, secondTry, { asked: { api: 4, s3: 8 } }),
	...toAllSources('"slow down", first its head and then its body, is tried again', 'answer-head', 'status', { ...BUSY, early: true, headFirst: true, ms: 300 }, secondTry, { asked: { api: 4, s3: 8 } }),
	...toAllSources('"slow down" of a server that hangs up is tried again', 'answer-hang', 'earlyAnswer', BUSY, secondTry, { asked: { s3: 8 } }),
	...toAllSources('"slow down" of a server that reads no more is tried again', 'answer-stop', 'status', { ...BUSY, early: true, stopReading: true }, secondTry, { asked: { api: 4, s3: 8 } }),
	...toAllSources('"expired" before the body gets a new URL', 'answer-expired', 'status', { ...EXPIRED, early: true }, secondTry, { asked: { api: 8, s3: 8 } }),
	...toAllSources('a redirect before the body is followed', 'answer-redirect', 'redirect', { early: true }, (fileName) => ({ fileName, checksumVerified: true }), { asked: { api: 4, s3: 8 } }),
	...toAllSources('a redirect to another port is followed', 'answer-port', 'redirect', { secondPort: true }, (fileName) => ({ fileName, checksumVerified: true }), { asked: { api: 4, s3: 8 } }),
	...toAllSources('"expectation failed" is sent again at once, and is no try', 'answer-417', 'expectationFailed', {}, firstTry, {}).map((one) => ({
		...one,
		// Only who asks first is refused so.
		also: ({ requests }) => requests.filter(({ status, headers }) => status === 417 && !headers?.expect).map(() => '417 to a request that asked nothing'),
	})),
	{
		name: 'an answer in the middle of the body is heard',
		items: [fileItem('answer-middle-busy.csv', { bytes: LARGE }), fileItem('answer-middle-memory.csv', { bytes: LARGE, inMemory: true }), fileItem('answer-middle-expired.csv', { bytes: LARGE })],
		faults: [storage('answer-middle-busy.csv', 'answerAt', { bytes: 1_000_000, ...BUSY }), storage('answer-middle-memory.csv', 'answerAt', { bytes: 1_000_000, ...BUSY }), storage('answer-middle-expired.csv', 'answerAt', { bytes: 1_000_000, ...EXPIRED })],
		delivered: ['answer-middle-busy.csv', 'answer-middle-memory.csv', 'answer-middle-expired.csv'].map(secondTry),
		failed: [],
		asked: { api: 4, s3: 6 },
	},
	{
		name: 'an answer in the middle, of a server that reads no more, is heard',
		items: [fileItem('answer-deaf.csv', { bytes: 40_000_000 }), fileItem('answer-deaf-memory.csv', { bytes: 10_000_000, inMemory: true })],
		faults: ['answer-deaf.csv', 'answer-deaf-memory.csv'].map((name) => storage(name, 'answerAt', { bytes: 1_000_000, ...BUSY, stopReading: true })),
		delivered: ['answer-deaf.csv', 'answer-deaf-memory.csv'].map(secondTry),
		failed: [],
		alone: true,
	},
	{
		name: 'a refused signature stops, before the body and in the middle of it',
		items: [fileItem('answer-refused.csv', { bytes: LARGE }), fileItem('answer-refused-memory.csv', { bytes: LARGE, inMemory: true }), fileItem('answer-refused-middle.csv', { bytes: LARGE }), fileItem('answer-refused-small.csv')],
		faults: [
			storage('answer-refused.csv', 'status', { ...REFUSED, early: true, ...ALWAYS }),
			storage('answer-refused-memory.csv', 'status', { ...REFUSED, early: true, ...ALWAYS }),
			storage('answer-refused-middle.csv', 'answerAt', { ...REFUSED, bytes: 500_000, ...ALWAYS }),
			storage('answer-refused-small.csv', 'status', { ...REFUSED, early: true, headFirst: true, ms: 200, ...ALWAYS }),
		],
		delivered: [],
		failed: [0, 1, 2, 3].map((item) => ({ item, error: /signature.*SignatureDoesNotMatch/ })),
		asked: { api: 4, s3: 4 },
	},
	{
		name: 'an error without a body, and one with a page, are heard',
		items: [fileItem('answer-bare.csv'), fileItem('answer-page.csv', { bytes: LARGE })],
		faults: [storage('answer-bare.csv', 'errorBody', { status: 503, body: '' }), storage('answer-page.csv', 'status', { status: 503, html: true, early: true })],
		delivered: ['answer-bare.csv', 'answer-page.csv'].map(secondTry),
		failed: [],
	},
	{
		name: 'a large file over a slow line arrives whole',
		items: [fileItem('answer-slow.csv', { bytes: 2_000_000 })],
		faults: [storage('answer-slow.csv', 'rate', { bytesPerSecond: 1_500_000 })],
		delivered: [firstTry('answer-slow.csv')],
		alone: true,
	},
];
