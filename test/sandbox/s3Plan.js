const { errorAnswer, retryAfterAnswer } = require('./faultAnswers.js');

/**
 * @typedef {object} Plan how the S3 half departs from storing a body and answering 200
 * @property {number} [latencyMs]
 * @property {import('./s3Answers.js').Answer & { code?: string }} [answer] this one instead
 * @property {boolean} [early] answers before it reads the body
 * @property {number} [bytesPerSecond]
 * @property {number} [stopAfterBytes] reads no more than this, and does not answer
 * @property {boolean} [hangUp] ends the connection where it would otherwise wait or answer
 * @property {false} [store]
 * @property {true} [never] reads everything and does not answer
 * @property {'wrong' | 'kms'} [etag]
 */

/**
 * @param {import('./faults.js').Rule} rule
 * @param {(secondPort: boolean) => Promise<string>} freshUrl a new URL for the same upload
 * @returns {Promise<Plan>}
 */
async function s3Plan(rule, freshUrl) {
	const { kind, early } = rule;
	switch (kind) {
		case 'resetAfter':
			return { stopAfterBytes: rule.bytes, hangUp: true };
		case 'stallAfter':
			return { stopAfterBytes: rule.bytes };
		case 'status':
			return { answer: errorAnswer(rule, 500), early, store: false };
		case 'earlyAnswer':
			return { answer: errorAnswer(rule, 500), early: true, hangUp: true };
		case 'redirect': {
			const location = rule.location ?? (await freshUrl(rule.secondPort ?? false));
			return { answer: errorAnswer(rule, 307, { Location: location }, 'TemporaryRedirect'), early, store: false };
		}
		case 'moved':
			return { answer: errorAnswer(rule, 301, {}, 'PermanentRedirect'), early, store: false };
		case 'retryAfter':
			return { answer: retryAfterAnswer(rule), early, store: false };
		case 'rate':
			return { bytesPerSecond: rule.bytesPerSecond };
		case 'wrongEtag':
			return { etag: 'wrong' };
		case 'kmsEtag':
			return { etag: 'kms' };
		case 'storedThenError':
			return { answer: errorAnswer(rule, 500), hangUp: rule.hangUp };
		case 'silent':
			return { never: true, store: false };
		case 'latency':
			return { latencyMs: rule.ms };
		default:
			throw new Error(`The S3 half has no fault "${kind}"`);
	}
}

module.exports = { s3Plan };
