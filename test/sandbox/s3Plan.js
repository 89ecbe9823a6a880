const { shaped } = require('./answerShapes.js');
const { errorAnswer, rawAnswer, retryAfterAnswer, successAnswer } = require('./faultAnswers.js');

/**
 * @typedef {object} Plan how the S3 half departs from storing a body and answering 200
 * @property {number} [latencyMs]
 * @property {import('./writeAnswer.js').Answer} [answer] this one instead
 * @property {number} [stopAfterBytes] reads no more than this; then answers, where there is an answer
 * @property {import('./endEarly.js').Ending} [ending] when it answers before the body's end
 * @property {number} [bytesPerSecond]
 * @property {boolean} [hangUp] ends the connection where it would otherwise wait or answer
 * @property {boolean} [store]
 * @property {true} [never] reads everything and does not answer
 */

/**
 * @param {import('./faults.js').Rule} rule
 * @param {(secondPort: boolean) => Promise<string>} freshUrl a new URL for the same upload
 * @returns {Promise<Plan>}
 */
async function s3Plan(rule, freshUrl) {
	const plan = await planOf(rule, freshUrl);
	return { ...plan, answer: plan.answer && shaped(plan.answer, rule) };
}

/**
 * @param {import('./faults.js').Rule} rule
 * @param {(secondPort: boolean) => Promise<string>} freshUrl
 * @returns {Promise<Plan>}
 */
async function planOf(rule, freshUrl) {
	const { kind, hangUp, stopReading, lingerMs } = rule;
	const ending = { hangUp, stopReading, lingerMs };
	/** @param {Plan['answer']} answer @param {number | undefined} stopAfterBytes */
	const unstored = (answer, stopAfterBytes = rule.early ? 0 : undefined) => ({ answer, stopAfterBytes, ending, store: false });
	switch (kind) {
		case 'resetAfter':
			return { stopAfterBytes: rule.bytes, hangUp: true };
		case 'stallAfter':
			return { stopAfterBytes: rule.bytes };
		case 'status':
			return unstored(errorAnswer(rule, 500));
		case 'earlyAnswer':
			return { ...unstored(errorAnswer(rule, 500), 0), ending: { hangUp: true } };
		case 'answerAt':
			return unstored(errorAnswer(rule, 500), rule.bytes);
		case 'earlySuccess':
			return unstored(successAnswer(rule), rule.bytes ?? 0);
		case 'signInPage':
			return unstored(successAnswer(rule));
		case 'errorBody':
			return unstored(rawAnswer(rule));
		case 'endlessBody':
			return unstored((rule.status ?? 200) < 300 ? successAnswer(rule) : errorAnswer(rule, 500));
		case 'trickle':
		case 'gzipAnswer':
		case 'damagedGzip':
			return unstored(errorAnswer(rule, 500));
		case 'slowBody':
		case 'wrongEtag':
		case 'kmsEtag':
		case 'crc64Answer':
			// The usual 200, which s3Success.js changes.
			return {};
		case 'expectationFailed':
			return unstored(errorAnswer({ ...rule, html: true }, 417), 0);
		case 'noEtag':
			return { answer: successAnswer(rule), store: rule.store };
		case 'redirect': {
			const location = rule.location ?? (await freshUrl(rule.secondPort ?? false));
			return unstored(errorAnswer(rule, 307, { Location: location }, 'TemporaryRedirect'));
		}
		case 'moved':
			return unstored(errorAnswer(rule, 301, {}, 'PermanentRedirect'));
		case 'retryAfter':
			return unstored(retryAfterAnswer(rule));
		case 'rate':
			return { bytesPerSecond: rule.bytesPerSecond };
		case 'storedThenError':
			return { answer: errorAnswer(rule, 500), hangUp };
		case 'silent':
			return { never: true, store: false };
		case 'latency':
			return { latencyMs: rule.ms };
		default:
			throw new Error(`The S3 half has no fault "${kind}"`);
	}
}

module.exports = { s3Plan };
