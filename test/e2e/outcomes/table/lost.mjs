import { ALWAYS, api, customer, eitherWayOn, fileItem, records, storage } from '../case.mjs';

/** @typedef {import('../case.mjs').Case} Case */

const ONCE = { options: { maxTries: 1 } };
const MAYBE = /may have been delivered/;
const EXPIRED = { status: 403, code: 'AccessDenied', message: 'Request has expired' };

/** @type {Case[]} */
export const lost = [
	...eitherWayOn((run) => ({
		name: 'stored, and the answer is lost: it may have been delivered',
		items: [fileItem(`lost-hang-${run}.csv`), fileItem(`lost-hang-memory-${run}.csv`, { inMemory: true })],
		lexer: ONCE,
		faults: [`lost-hang-${run}.csv`, `lost-hang-memory-${run}.csv`].map((name) => storage(name, 'storedThenError', { hangUp: true })),
		delivered: [],
		failed: [0, 1].map((item) => ({ item, error: MAYBE })),
	})),
	...eitherWayOn((run) => ({
		name: 'stored, and the storage says that it failed: it may have been delivered',
		items: [fileItem(`lost-500-${run}.csv`)],
		lexer: ONCE,
		faults: [storage(`lost-500-${run}.csv`, 'storedThenError')],
		delivered: [],
		failed: [{ item: 0, error: MAYBE }],
	})),
	{
		name: 'stored, and a gateway says that it waited in vain: it may have been delivered',
		items: [fileItem('lost-504.csv'), fileItem('lost-502.csv')],
		lexer: ONCE,
		faults: [storage('lost-504.csv', 'storedThenError', { status: 504, html: true }), storage('lost-502.csv', 'storedThenError', { status: 502, html: true })],
		delivered: [],
		failed: [0, 1].map((item) => ({ item, error: MAYBE })),
	},
	{
		name: 'every row of such a file says so',
		items: [customer('ada'), customer('grace')],
		lexer: records({ fileName: 'lost-rows.ndjson', ...ONCE }),
		faults: [storage('lost-rows.ndjson', 'storedThenError', { hangUp: true })],
		delivered: [],
		failed: [0, 1].map((item) => ({ item, error: MAYBE })),
	},
	{
		name: 'all sent, and no answer comes: it may have been delivered',
		items: [fileItem('lost-silent.csv')],
		lexer: { options: { maxTries: 1, stallTimeout: 3 } },
		faults: [storage('lost-silent.csv', 'silent')],
		delivered: [],
		failed: [{ item: 0, error: MAYBE }],
		alone: true,
	},
	{
		name: 'cut off at its last byte: it may have been delivered',
		items: [fileItem('lost-last.csv', { text: 'email\nada@example.com\n' })],
		lexer: ONCE,
		faults: [storage('lost-last.csv', 'resetAfter', { bytes: 22 })],
		delivered: [],
		failed: [{ item: 0, error: MAYBE }],
	},
	{
		name: 'cut off long before its end: it was not delivered',
		items: [fileItem('lost-middle.csv', { bytes: 40_000_000 })],
		lexer: ONCE,
		faults: [storage('lost-middle.csv', 'resetAfter', { bytes: 1000 })],
		delivered: [],
		failed: [{ item: 0, error: /"lost-middle\.csv" was not delivered/ }],
	},
	{
		name: 'refused before it was read: it was not delivered',
		items: [fileItem('lost-refused.csv'), fileItem('lost-api.csv')],
		lexer: ONCE,
		faults: [storage('lost-refused.csv', 'status', { status: 403, code: 'SignatureDoesNotMatch', early: true }), api('lost-api.csv', 'noUrl', ALWAYS)],
		delivered: [],
		failed: [{ item: 0, error: /"lost-refused\.csv" was not delivered/ }, { item: 1, error: /"lost-api\.csv" was not delivered/ }],
	},
	{
		name: 'a lost answer is tried again at the same URL, and is no second upload',
		items: [fileItem('lost-again.csv')],
		faults: [storage('lost-again.csv', 'storedThenError', { hangUp: true })],
		delivered: [{ fileName: 'lost-again.csv', attempts: 2, earlierUploadIds: undefined }],
		asked: { api: 1, s3: 2 },
	},
	{
		name: 'a lost answer that needs a new URL leaves its upload ID in the receipt',
		items: [fileItem('lost-twice.csv')],
		faults: [storage('lost-twice.csv', 'storedThenError', { hangUp: true }), storage('lost-twice.csv', 'status', EXPIRED)],
		delivered: [{ fileName: 'lost-twice.csv', attempts: 3, earlierUploadIds: [(/** @type {unknown} */ id) => typeof id === 'number'] }],
		asked: { api: 2, s3: 3 },
	},
	{
		name: 'and in the error, where that fails as well',
		items: [fileItem('lost-thrice.csv')],
		faults: [
			storage('lost-thrice.csv', 'storedThenError', { hangUp: true }),
			storage('lost-thrice.csv', 'status', EXPIRED),
			storage('lost-thrice.csv', 'status', { status: 403, code: 'SignatureDoesNotMatch', ...ALWAYS }),
		],
		delivered: [],
		failed: [{ item: 0, error: /may have been delivered.*\b1\d{3}\b/s }],
		asked: { api: 2, s3: 3 },
	},
	{
		name: 'an expired URL that nothing was sent to leaves no earlier upload ID',
		items: [fileItem('lost-none.csv')],
		faults: [storage('lost-none.csv', 'status', { ...EXPIRED, early: true })],
		delivered: [{ fileName: 'lost-none.csv', attempts: 2, earlierUploadIds: undefined }],
	},
	{
		name: 'where such a file stops the run, its summary does not deny the delivery',
		items: [fileItem('lost-sum-1.csv'), fileItem('lost-sum-2.csv'), fileItem('lost-sum-3.csv')],
		lexer: { options: { maxTries: 1, concurrency: 1 } },
		onError: 'stopWorkflow',
		faults: [storage('lost-sum-2.csv', 'storedThenError', { hangUp: true })],
		stopped: /"lost-sum-2\.csv".*may have been delivered.*of 3 files, 1 .*delivered.*1 .*may have been delivered/is,
		stored: { 'lost-sum-3.csv': undefined },
	},
];
