import { ALWAYS, customer, eitherWayOn, fileItem, records, storage } from '../case.mjs';

/** @typedef {import('../case.mjs').Case} Case */

const ONCE = { options: { maxTries: 1 } };
const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

/**
 * One fault of the storage, met by a file of n8n's store, by one in memory, and by rows.
 * @param {string} name
 * @param {string} slug of the files' names
 * @param {string} kind
 * @param {object} rule
 * @param {Pick<Case, 'delivered' | 'asked'> & { error?: RegExp, options?: object, bytes?: number }} expected
 * @returns {Case[]}
 */
function fromEverywhere(name, slug, kind, rule, { error, options, bytes, ...expected }) {
	const size = bytes === undefined ? {} : { bytes };
	const one = { ...expected, failed: error ? [{ item: 0, error }] : [] };
	const [stored, memory, ofRows] = ['store.csv', 'memory.csv', 'rows.ndjson'].map((end) => `${slug}-${end}`);
	return [
		{ ...one, name: `${name} (file)`, items: [fileItem(stored, size)], lexer: { options }, faults: [storage(stored, kind, rule)] },
		{ ...one, name: `${name} (in memory)`, items: [fileItem(memory, { ...size, inMemory: true })], lexer: { options }, faults: [storage(memory, kind, rule)] },
		{ ...one, name: `${name} (rows)`, items: [customer('ada')], lexer: records({ fileName: ofRows, options }), faults: [storage(ofRows, kind, rule)] },
	];
}

const NO_SUCCESS = { delivered: [], error: /./, ...ONCE };

/** @type {Case[]} */
export const confirmation = [
	...fromEverywhere('200 without an ETag is no delivery', 'confirm-no-etag', 'noEtag', { store: false }, { ...NO_SUCCESS, error: /ETag/ }),
	...fromEverywhere('202 without an ETag is none', 'confirm-202', 'noEtag', { store: false, status: 202 }, { ...NO_SUCCESS, error: /ETag/ }),
	...eitherWayOn((run) => ({
		name: 'stored, and confirmed without an ETag: nobody says that it was not delivered',
		items: [fileItem(`confirm-kept-${run}.csv`)],
		lexer: ONCE,
		faults: [storage(`confirm-kept-${run}.csv`, 'noEtag')],
		delivered: [],
		failed: [{ item: 0, error: /may have been delivered/ }],
	})),
	{
		name: '200 without an ETag is tried again, and the next answer counts',
		items: [fileItem('confirm-again.csv')],
		faults: [storage('confirm-again.csv', 'noEtag', { store: false })],
		delivered: [{ fileName: 'confirm-again.csv', attempts: 2, checksum: 'md5', checksumVerified: true }],
		asked: { s3: 2 },
	},
	...fromEverywhere('a sign-in page is no delivery', 'confirm-page', 'signInPage', ALWAYS, { ...NO_SUCCESS, error: /page|ETag/ }),
	...fromEverywhere('a sign-in page with an ETag is none either', 'confirm-etag-page', 'signInPage', { etag: 'd41d8cd98f00b204e9800998ecf8427e', ...ALWAYS }, { ...NO_SUCCESS, error: /page/ }),
	...fromEverywhere('a sign-in page before the body is none', 'confirm-early-page', 'signInPage', { early: true, ...ALWAYS }, { ...NO_SUCCESS, error: /./ }),
	...fromEverywhere('a success before the body was read is none', 'confirm-early', 'earlySuccess', ALWAYS, { ...NO_SUCCESS, error: /before/ }),
	...fromEverywhere('a success before the body, by a server that reads no more, is none', 'confirm-early-stop', 'earlySuccess', { stopReading: true, ...ALWAYS }, { ...NO_SUCCESS, error: /before/ }),
	...fromEverywhere('a success before the body, by a server that hangs up, is none', 'confirm-early-hang', 'earlySuccess', { hangUp: true, ...ALWAYS }, NO_SUCCESS),
	{
		name: 'a success in the middle of a large file is none',
		items: [fileItem('confirm-middle.csv', { bytes: 6_000_000 }), fileItem('confirm-middle-memory.csv', { bytes: 6_000_000, inMemory: true })],
		lexer: ONCE,
		faults: ['confirm-middle.csv', 'confirm-middle-memory.csv'].map((name) => storage(name, 'earlySuccess', { bytes: 1_000_000 })),
		delivered: [],
		failed: [0, 1].map((item) => ({ item, error: /./ })),
	},
	{
		name: 'an early success is tried again',
		items: [fileItem('confirm-retry.csv'), fileItem('confirm-retry-memory.csv', { inMemory: true })],
		faults: ['confirm-retry.csv', 'confirm-retry-memory.csv'].map((name) => storage(name, 'earlySuccess')),
		delivered: ['confirm-retry.csv', 'confirm-retry-memory.csv'].map((fileName) => ({ fileName, attempts: 2 })),
		asked: { s3: 4 },
	},
	{
		name: 'a page with status 200 and JSON around it is none',
		items: [fileItem('confirm-body.csv')],
		lexer: ONCE,
		faults: [storage('confirm-body.csv', 'errorBody', { status: 200, body: '{"ok":true}', headers: { 'Content-Type': 'application/json' } })],
		delivered: [],
		failed: [{ item: 0, error: /./ }],
	},
	{
		name: 'JSON with a weak ETag, as many servers give it, is none',
		items: [fileItem('confirm-weak.csv')],
		lexer: ONCE,
		faults: [storage('confirm-weak.csv', 'errorBody', { status: 200, body: '{"ok":true}', headers: { 'Content-Type': 'application/json', ETag: 'W/"2a-abcdef"' } })],
		delivered: [],
		failed: [{ item: 0, error: /may have been delivered/ }],
	},
	{
		name: 'a 200 with an error of S3 in its body is none',
		items: [fileItem('confirm-xml.csv')],
		lexer: ONCE,
		faults: [storage('confirm-xml.csv', 'errorBody', { status: 200, body: '<?xml version="1.0"?><Error><Code>InternalError</Code></Error>' })],
		delivered: [],
		failed: [{ item: 0, error: /./ }],
	},
	{
		name: 'a page that calls itself the success of S3 is none',
		items: [fileItem('confirm-html-etag.csv')],
		lexer: ONCE,
		faults: [storage('confirm-html-etag.csv', 'signInPage', { etag: '0123456789abcdef0123456789abcdef', headers: HTML, status: 201 })],
		delivered: [],
		failed: [{ item: 0, error: /page/ }],
	},
	...fromEverywhere('under a KMS key, the CRC-64/NVME proves the bytes', 'confirm-kms', 'kmsEtag', { crc64: true }, {
		delivered: [{ checksum: 'crc64nvme', checksumVerified: true, attempts: 1 }],
		asked: { s3: 1 },
	}),
	...fromEverywhere("under a customer's key, too", 'confirm-ssec', 'kmsEtag', { crc64: true, customerKey: true }, {
		delivered: [{ checksum: 'crc64nvme', checksumVerified: true }],
	}),
	...fromEverywhere('with an ETag of another kind, too', 'confirm-multipart', 'wrongEtag', { crc64: true, etag: '0123456789abcdef0123456789abcdef-2' }, {
		delivered: [{ checksum: 'crc64nvme', checksumVerified: true }],
	}),
	...fromEverywhere('under a KMS key without a checksum, nothing is called verified', 'confirm-kms-none', 'kmsEtag', {}, {
		delivered: [{ checksum: null, checksumVerified: false, attempts: 1 }],
	}),
	...fromEverywhere('a CRC-64/NVME of other bytes is no delivery', 'confirm-kms-wrong', 'kmsEtag', { crc64: 'wrong' }, { ...NO_SUCCESS, error: /checksum/ }),
	{
		name: 'a CRC-64/NVME of other bytes is tried again',
		items: [fileItem('confirm-kms-again.csv', { bytes: 3_000_000 })],
		faults: [storage('confirm-kms-again.csv', 'kmsEtag', { crc64: 'wrong' })],
		delivered: [{ attempts: 2, checksum: 'md5', checksumVerified: true }],
		asked: { s3: 2 },
	},
	{
		name: 'the CRC-64/NVME of large, odd and empty files is right',
		items: [['large', { bytes: 3_000_007 }], ['odd', { text: '123456789' }], ['empty', { text: '' }], ['memory', { bytes: 1_000_003, inMemory: true }]].map(([name, file]) => fileItem(`confirm-crc-${name}.csv`, /** @type {object} */ (file))),
		lexer: { options: { emptyFile: 'upload' } },
		faults: ['large', 'odd', 'empty', 'memory'].map((name) => storage(`confirm-crc-${name}.csv`, 'kmsEtag', { crc64: true })),
		delivered: Array(4).fill({ checksum: 'crc64nvme', checksumVerified: true }),
	},
	{
		name: 'an MD5 of other bytes is no delivery',
		items: [fileItem('confirm-md5.csv')],
		lexer: ONCE,
		faults: [storage('confirm-md5.csv', 'wrongEtag')],
		delivered: [],
		failed: [{ item: 0, error: /checksum|MD5/ }],
	},
	{
		name: 'with Verify Checksum off, the receipt says so',
		items: [fileItem('confirm-off.csv'), fileItem('confirm-off-kms.csv')],
		lexer: { options: { verifyChecksum: false } },
		faults: [storage('confirm-off-kms.csv', 'kmsEtag', { crc64: true })],
		delivered: Array(2).fill({ md5: null, checksum: null, checksumVerified: false }),
	},
	{
		name: 'an early success is none with Verify Checksum off either',
		items: [fileItem('confirm-off-early.csv'), fileItem('confirm-off-etag.csv')],
		lexer: { options: { verifyChecksum: false, maxTries: 1 } },
		faults: [storage('confirm-off-early.csv', 'earlySuccess'), storage('confirm-off-etag.csv', 'noEtag', { store: false })],
		delivered: [],
		failed: [0, 1].map((item) => ({ item, error: /./ })),
	},
];
