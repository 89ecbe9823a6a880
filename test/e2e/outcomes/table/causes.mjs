import { ALWAYS, api, fileItem, storage } from '../case.mjs';

/** @typedef {import('../case.mjs').Case} Case */

const ONCE = { options: { maxTries: 1 } };
const HOURS = 3_600_000;

/**
 * One file that fails for one reason.
 * @param {string} name
 * @param {import('../../../sandbox/index.js').FaultRule} fault
 * @param {RegExp} error
 * @param {Partial<Case>} [more]
 * @returns {Case}
 */
const because = (name, fault, error, more) => ({
	name,
	items: [fileItem(String(fault.match?.fileName))],
	faults: [fault],
	delivered: [],
	failed: [{ item: 0, error }],
	...more,
});

/**
 * One file that is delivered in spite of a fault.
 * @param {string} name
 * @param {import('../../../sandbox/index.js').FaultRule} fault
 * @param {object} [receipt]
 * @param {Partial<Case>} [more]
 * @returns {Case}
 */
const inSpite = (name, fault, receipt, more) => ({
	name,
	items: [fileItem(String(fault.match?.fileName))],
	faults: [fault],
	delivered: [{ fileName: fault.match?.fileName, ...receipt }],
	failed: [],
	...more,
});

/** @type {Case[]} */
export const causes = [
	inSpite("a damaged gzip answer of the API is asked for again", api('cause-gzip.csv', 'damagedGzip'), {}, { asked: { api: 2, s3: 1 } }),
	inSpite('one that is damaged at its end, too', api('cause-gzip-end.csv', 'damagedGzip', { atEnd: true })),
	inSpite('one that is cut off, too', api('cause-gzip-cut.csv', 'damagedGzip', { bytes: 30 })),
	inSpite('a good gzip answer of the API is read', api('cause-gzip-good.csv', 'gzipAnswer'), {}, { asked: { api: 1 } }),
	inSpite('a gzip error of the storage is read', storage('cause-gzip-s3.csv', 'gzipAnswer', { status: 403, code: 'AccessDenied', message: 'Request has expired' }), { attempts: 2 }, { asked: { api: 2 } }),
	inSpite('a damaged gzip error of the storage is tried again', storage('cause-gzip-s3-bad.csv', 'damagedGzip', { status: 503, code: 'SlowDown' }), { attempts: 2 }),
	because('a gzip answer of the API that is always damaged is called so', api('cause-gzip-always.csv', 'damagedGzip', ALWAYS), /damaged|decompress/, { alone: true }),
	inSpite('an answer of the API that is cut off is asked for again', api('cause-cut.csv', 'resetAfter', { bytes: 20 })),
	inSpite('a connection that the API closes without a word is made again', api('cause-closed.csv', 'resetAfter', { bytes: 0 })),
	inSpite('an error of the API is waited out', api('cause-500.csv', 'status', { status: 500 })),
	because('a token that may not upload is called so', api('cause-403.csv', 'status', { status: 403, ...ALWAYS }), /token/, { asked: { api: 1, s3: 0 } }),
	because('an API that wants something else is called so', api('cause-400.csv', 'status', { status: 400, ...ALWAYS }), /refused.*400/, { asked: { api: 1 } }),
	because('an answer without a URL is called so', api('cause-no-url.csv', 'noUrl', ALWAYS), /no usable upload URL/),
	because('a page instead of JSON is called so', api('cause-page.csv', 'notJson', ALWAYS), /not JSON/),

	because('a URL that carries the checksum of something else stops, and is called so', api('cause-checksum.csv', 'checksumInUrl', ALWAYS), /checksum of something else/, { asked: { api: 1, s3: 1 } }),
	inSpite('a bad digest for another reason is tried again', storage('cause-digest.csv', 'status', { status: 400, code: 'BadDigest' }), { attempts: 2 }),
	inSpite('an incomplete body is tried again', storage('cause-incomplete.csv', 'status', { status: 400, code: 'IncompleteBody' }), { attempts: 2 }),
	inSpite('a storage that waited in vain is tried again', storage('cause-timeout.csv', 'status', { status: 400, code: 'RequestTimeout' }), { attempts: 2 }),
	inSpite('a signed content type that is the sent one is right', api('cause-signed.csv', 'signedHeaders', { headers: { 'content-type': 'text/csv' } }), { attempts: 1 }),
	because('a signed content type that is another one is named', api('cause-signed-other.csv', 'signedHeaders', { headers: { 'content-type': 'application/zip' }, ...ALWAYS }), /content-type/i),
	because('a signed header that nobody knows is named', api('cause-signed-meta.csv', 'signedHeaders', { headers: { 'x-amz-meta-owner': 'private-owner' }, ...ALWAYS }), /x-amz-meta-owner/i),
	inSpite('a signed length is right', api('cause-signed-length.csv', 'signedHeaders', { headers: { 'content-length': String('email\ncause-signed-length.csv@example.com\n'.length) } }), { attempts: 1 }),

	inSpite('a URL that has really expired gets a new one', api('cause-expired.csv', 'expiredUrl'), {}, { asked: { api: 2 } }),
	inSpite("a URL that only this machine's clock calls expired is used", api('cause-clock.csv', 'skewedUrl', { ms: -2 * HOURS }), { attempts: 1 }, { asked: { api: 1, s3: 1 } }),
	inSpite('a URL from the future of this clock is used', api('cause-future.csv', 'skewedUrl', { ms: 2 * HOURS }), { attempts: 1 }, { asked: { api: 1, s3: 1 } }),
	inSpite('a Date that is off does no harm to a good URL', api('cause-date.csv', 'dateSkew', { ms: 3 * HOURS }), { attempts: 1 }, { asked: { api: 1, s3: 1 } }),
	inSpite('a Date that is behind does none either', api('cause-date-behind.csv', 'dateSkew', { ms: -3 * HOURS }), { attempts: 1 }, { asked: { api: 1, s3: 1 } }),
	because('URLs that are always expired are called so', api('cause-always-expired.csv', 'expiredUrl', ALWAYS), /expired/, { alone: true }),

	inSpite('a connection that is reset in the middle is made again', storage('cause-reset.csv', 'resetAfter', { bytes: 0 }), { attempts: 2 }),
	because('a storage that moved without an address stops', storage('cause-moved.csv', 'moved', ALWAYS), /moved/, { asked: { s3: 1 } }),
	because('a storage that redirects for ever stops', storage('cause-loop.csv', 'redirect', ALWAYS), /too often/),
	because('a redirect to where no upload belongs stops', storage('cause-location.csv', 'redirect', { location: 'ftp://127.0.0.1/private-place', ...ALWAYS }), /moved/),
	because('a stalled upload is called so', storage('cause-stall.csv', 'stallAfter', { bytes: 1 }), /moved for the stall timeout|no answer/, {
		items: [fileItem('cause-stall.csv', { bytes: 40_000_000 })],
		lexer: { options: { maxTries: 1, stallTimeout: 1 } },
		alone: true,
	}),
	because('a file that the storage calls too large stops', storage('cause-large.csv', 'status', { status: 400, code: 'EntityTooLarge', ...ALWAYS }), /larger.*EntityTooLarge/, { asked: { s3: 1 } }),
	because('a page of a proxy with status 403 is called so', storage('cause-proxy.csv', 'status', { status: 403, html: true, ...ALWAYS }), /page/, { lexer: ONCE }),
	{
		name: 'a server that nobody is at is called so',
		items: [fileItem('cause-nobody.csv')],
		credential: 'nobodyThere',
		delivered: [],
		failed: [{ item: 0, error: /refuses connections/ }],
		alone: true,
	},
	{
		name: "slashes at the base URL's end do no harm",
		items: [fileItem('cause-slashes.csv')],
		credential: 'withSlashes',
		delivered: [{ fileName: 'cause-slashes.csv' }],
	},
];
