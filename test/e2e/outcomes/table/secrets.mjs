import { ALWAYS, api, fileItem, storage } from '../case.mjs';

/** @typedef {import('../case.mjs').Case} Case */

const ONCE = { options: { maxTries: 1 } };
/** @param {string} code */
const xml = (code) => `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>private-message</Message></Error>`;
const CODES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'private-code', '<b>private-bold</b>', 'valueOf', `private-${'x'.repeat(5000)}`];

/** @type {Case[]} */
export const secrets = [
	{
		name: 'a code that S3 does not have is looked up, and not shown',
		items: CODES.map((_, index) => fileItem(`secret-code-${index}.csv`)),
		lexer: ONCE,
		faults: CODES.map((code, index) => storage(`secret-code-${index}.csv`, 'errorBody', { status: 400, body: xml(code) })),
		delivered: [],
		failed: CODES.map((_, item) => ({ item, error: /^(?!.*(constructor|__proto__|toString|hasOwnProperty|valueOf|undefined|\[object|function)).*was not delivered$/s })),
	},
	{
		name: 'such a code with status 503 is tried again',
		items: CODES.slice(0, 3).map((_, index) => fileItem(`secret-busy-${index}.csv`)),
		faults: CODES.slice(0, 3).map((code, index) => storage(`secret-busy-${index}.csv`, 'errorBody', { status: 503, body: xml(code) })),
		delivered: [0, 1, 2].map(() => ({ attempts: 2 })),
	},
	{
		name: "nothing of an answer's text is shown",
		items: [fileItem('secret-text-1.csv'), fileItem('secret-text-2.csv'), fileItem('secret-text-3.csv')],
		lexer: ONCE,
		faults: [
			storage('secret-text-1.csv', 'status', { status: 403, code: 'AccessDenied', message: 'private-message' }),
			api('secret-text-2.csv', 'errorBody', { status: 400, body: '{"error":"private-message","message":"private-message"}', ...ALWAYS }),
			api('secret-text-3.csv', 'errorBody', { status: 201, body: '{"id":"private-id"}', ...ALWAYS }),
		],
		delivered: [],
		failed: [0, 1, 2].map((item) => ({ item, error: /was not delivered/ })),
	},
	{
		name: 'the token does not follow a redirect of the API',
		items: [fileItem('secret-redirect.csv')],
		// Nobody listens there: who goes has another error.
		faults: [api('secret-redirect.csv', 'redirect', { location: 'http://127.0.0.1:9/v1/uploads', ...ALWAYS })],
		delivered: [],
		failed: [{ item: 0, error: /redirect/ }],
		asked: { api: 1, s3: 0 },
	},
	{
		name: 'an upload URL with its ampersands left escaped is put right, and one as text is read',
		items: [fileItem('secret-escaped.csv'), fileItem('secret-as-text.csv')],
		faults: [api('secret-escaped.csv', 'doubleEscaped'), api('secret-as-text.csv', 'textBody')],
		delivered: [{ fileName: 'secret-escaped.csv' }, { fileName: 'secret-as-text.csv' }],
		asked: { api: 2, s3: 2 },
	},
	{
		name: 'an upload URL that is none is not used',
		items: ['secret-url-1.csv', 'secret-url-2.csv', 'secret-url-3.csv', 'secret-url-4.csv'].map((name) => fileItem(name)),
		faults: ['ftp://127.0.0.1/x', 'javascript:alert(1)', 'file:///etc/passwd', ''].map((url, index) => api(`secret-url-${index + 1}.csv`, 'otherUrl', { url, ...ALWAYS })),
		delivered: [],
		failed: [0, 1, 2, 3].map((item) => ({ item, error: /URL/ })),
		asked: { api: 4, s3: 0 },
	},
];
