const { constants, deflateRawSync, gzipSync } = require('node:zlib');

/** @typedef {import('./writeAnswer.js').Answer} Answer */
/** @typedef {import('./faults.js').Rule} Rule */

/**
 * The answer in the manner that the rule wants: what it says stays the same, how it comes does not.
 * @param {Answer} answer
 * @param {Rule | undefined} rule
 * @returns {Answer}
 */
function shaped(answer, rule) {
	switch (rule?.kind) {
		case 'endlessBody':
			return rule.gzip ? exploding(answer) : endless(answer);
		case 'resetAfter':
		case 'stallAfter':
			return cutOff(answer, rule);
		case 'trickle':
			return trickling(answer, rule);
		case 'gzipAnswer':
			return gzipped(answer);
		case 'damagedGzip':
			return gzipped(answer, (gzip) => damaged(gzip, rule));
		default:
			return rule?.headFirst || rule?.kind === 'slowBody' ? headFirst(answer, rule.ms) : answer;
	}
}

/**
 * @param {Answer} answer
 * @param {number} [ms] below 0: never
 * @returns {Answer}
 */
function headFirst(answer, ms = 0) {
	return {
		...answer,
		*steps() {
			yield { waitMs: ms < 0 ? Infinity : ms };
			yield Buffer.from(answer.body);
		},
	};
}

/**
 * @param {Answer} answer
 * @param {Pick<Rule, 'kind' | 'bytes'>} rule
 * @returns {Answer}
 */
function cutOff(answer, { kind, bytes }) {
	return {
		...answer,
		*steps() {
			yield Buffer.from(answer.body).subarray(0, bytes);
			yield kind === 'resetAfter' ? 'reset' : { waitMs: Infinity };
		},
	};
}

/**
 * @param {Answer} answer
 * @param {Pick<Rule, 'ms' | 'bytes' | 'forever'>} rule
 * @returns {Answer}
 */
function trickling(answer, { ms = 0, bytes = 1, forever }) {
	const body = Buffer.from(answer.body);
	return {
		...answer,
		body: forever ? '' : body,
		*steps() {
			for (let at = 0; at < body.length; at += bytes) {
				yield body.subarray(at, at + bytes);
				yield { waitMs: ms };
			}
			// JSON and XML may end in any number of these.
			while (forever) {
				yield Buffer.alloc(bytes, ' ');
				yield { waitMs: ms };
			}
		},
	};
}

/**
 * An answer whose last text never ends.
 * @param {Answer} answer
 * @returns {Answer}
 */
function endless(answer) {
	const filling = Buffer.alloc(64 * 1024, 'a');
	return {
		...answer,
		body: '',
		*steps() {
			yield withoutEnd(answer.body);
			for (;;) yield filling;
		},
	};
}

/** The first bytes of every gzip: the method, no flags, no time, an unknown system. */
const GZIP_HEAD = Buffer.from('1f8b08000000000000ff', 'hex');
const MIB = 2 ** 20;

/**
 * The same with zeros, of which gzip makes a thousandth.
 * @param {Answer} answer
 * @returns {Answer}
 */
function exploding(answer) {
	return {
		...answer,
		headers: { ...answer.headers, 'Content-Encoding': 'gzip' },
		body: '',
		*steps() {
			// A piece that was flushed ends with a whole byte: any other piece may follow it.
			const flush = { finishFlush: constants.Z_FULL_FLUSH };
			yield Buffer.concat([GZIP_HEAD, deflateRawSync(withoutEnd(answer.body), flush)]);
			const zeros = deflateRawSync(Buffer.alloc(MIB), flush);
			const filling = Buffer.concat(Array(Math.ceil((64 * 1024) / zeros.length)).fill(zeros));
			for (;;) yield filling;
		},
	};
}

/**
 * XML or JSON up to where its last text or element could go on.
 * @param {string | Buffer} body
 */
function withoutEnd(body) {
	return Buffer.from(body.toString().replace(/("\}|<\/Error>)$/, ''));
}

/**
 * @param {Answer} answer
 * @param {(gzip: Buffer) => Buffer} [damage]
 * @returns {Answer}
 */
function gzipped(answer, damage = (gzip) => gzip) {
	return {
		...answer,
		headers: { ...answer.headers, 'Content-Encoding': 'gzip' },
		body: '',
		steps: () => [damage(gzipSync(answer.body))],
	};
}

/**
 * @param {Buffer} gzip
 * @param {Pick<Rule, 'bytes' | 'atEnd'>} rule
 */
function damaged(gzip, { bytes, atEnd }) {
	if (bytes !== undefined) return gzip.subarray(0, bytes);
	// A block of no known type, or another checksum than that of the text.
	if (atEnd) gzip[gzip.length - 8] ^= 1;
	else gzip[GZIP_HEAD.length] |= 0b110;
	return gzip;
}

module.exports = { shaped };
