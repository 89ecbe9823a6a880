import { ALWAYS, api, fileItem, storage } from '../case.mjs';

/** @typedef {import('../case.mjs').Case} Case */

/** What may be on its way in sockets' buffers when somebody has stopped reading at 64 KiB. */
const BUFFERED_BYTES = 16 * 2 ** 20;

/** @param {import('../case.mjs').Seen} seen */
function readsLittle({ requests }) {
	const most = Math.max(0, ...requests.map(({ answeredBytes = 0 }) => answeredBytes));
	return most > BUFFERED_BYTES ? [`${most} bytes of an answer were read`] : [];
}

/**
 * An answer without an end fails at once.
 * @param {string} name
 * @param {string} slug
 * @param {(fileName: string) => import('../../../sandbox/index.js').FaultRule} fault
 * @returns {Case}
 */
const endless = (name, slug, fault) => ({
	name,
	items: [fileItem(`${slug}.csv`)],
	lexer: { options: { maxTries: 1, stallTimeout: 5 } },
	faults: [fault(`${slug}.csv`)],
	delivered: [],
	failed: [{ item: 0, error: /./ }],
	also: readsLittle,
	alone: true,
});

/** @type {Case[]} */
export const bounds = [
	endless('an endless answer of the API', 'bounds-api', (name) => api(name, 'endlessBody', ALWAYS)),
	endless('one that is gzip', 'bounds-api-gzip', (name) => api(name, 'endlessBody', { gzip: true, ...ALWAYS })),
	endless('an endless error of the API', 'bounds-api-error', (name) => api(name, 'endlessBody', { status: 400, ...ALWAYS })),
	endless('an endless error of the storage', 'bounds-s3', (name) => storage(name, 'endlessBody', { status: 403, code: 'AccessDenied', ...ALWAYS })),
	endless('one that is gzip, too', 'bounds-s3-gzip', (name) => storage(name, 'endlessBody', { status: 403, gzip: true, ...ALWAYS })),
	endless('one before the body', 'bounds-s3-early', (name) => storage(name, 'endlessBody', { status: 500, early: true, ...ALWAYS })),
	endless('an endless success of the storage', 'bounds-s3-success', (name) => storage(name, 'endlessBody', ALWAYS)),
	endless('one that is gzip and has no ETag', 'bounds-s3-success-gzip', (name) => storage(name, 'endlessBody', { gzip: true, ...ALWAYS })),
	endless('an error of the storage that trickles in for ever', 'bounds-trickle', (name) => storage(name, 'trickle', { ms: 50, forever: true, status: 503, ...ALWAYS })),
	{
		...endless('a success whose body never comes ends, too', 'bounds-slow-body', (name) => storage(name, 'slowBody', { ms: -1 })),
		// S3 has said in its head all that counts.
		delivered: undefined,
		failed: undefined,
	},
	{
		name: 'a slow answer of the API is waited for',
		items: [fileItem('bounds-slow-api.csv'), fileItem('bounds-trickle-api.csv'), fileItem('bounds-latency.csv')],
		faults: [api('bounds-slow-api.csv', 'slowBody', { ms: 700 }), api('bounds-trickle-api.csv', 'trickle', { ms: 10, bytes: 64 }), api('bounds-latency.csv', 'latency', { ms: 700 })],
		delivered: ['bounds-slow-api.csv', 'bounds-trickle-api.csv', 'bounds-latency.csv'].map((fileName) => ({ fileName, attempts: 1 })),
	},
	{
		name: 'a long upload URL and a long page are read',
		items: [fileItem('bounds-long-page.csv')],
		faults: [storage('bounds-long-page.csv', 'errorBody', { status: 503, body: `<html>${' '.repeat(300_000)}</html>`, headers: { 'Content-Type': 'text/html' } })],
		also: readsLittle,
	},
	{
		name: 'a failing sibling ends a request that waits for the API',
		items: [fileItem('bounds-sibling-1.csv'), fileItem('bounds-sibling-2.csv')],
		onError: 'stopWorkflow',
		// Without that, the execution would go on for a minute and more.
		faults: [api('bounds-sibling-1.csv', 'silent', ALWAYS), storage('bounds-sibling-2.csv', 'status', { status: 403, code: 'SignatureDoesNotMatch' })],
		stopped: /"bounds-sibling-2\.csv" was not delivered/,
	},
];
