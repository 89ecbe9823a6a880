/**
 * @typedef {object} RateLimit
 * @property {number} requests that are answered …
 * @property {number} perMs … in any span of this length (a sliding window), those of all tokens together
 * @property {boolean} [countRefused] what was refused counts as well, so that who hammers never gets
 *   through (default false)
 */

/** Decides which requests are too many. */
function createRateLimit() {
	/** @type {RateLimit | undefined} */
	let limit;
	/** When the requests that count were made, the oldest first. @type {number[]} */
	let countedAtMs = [];

	return {
		current: () => limit ?? null,
		/**
		 * Begins to count anew.
		 * @param {RateLimit | null | undefined} next nothing: no limit
		 */
		set(next) {
			if (next) checkLimit(next);
			limit = next ?? undefined;
			countedAtMs = [];
		},
		/** @param {number} nowMs of a clock that only goes forward */
		admits(nowMs) {
			if (limit === undefined) return true;
			const { requests, perMs, countRefused = false } = limit;
			countedAtMs = countedAtMs.filter((atMs) => atMs > nowMs - perMs);
			const isAdmitted = countedAtMs.length < requests;
			if (isAdmitted || countRefused) countedAtMs.push(nowMs);
			return isAdmitted;
		},
	};
}

/** @param {RateLimit} limit */
function checkLimit(limit) {
	for (const name of /** @type {const} */ (['requests', 'perMs'])) {
		if (!(Number(limit[name]) > 0)) throw new TypeError(`A rate limit's "${name}" must be a number above 0`);
	}
	const unknown = Object.keys(limit).find((name) => !['requests', 'perMs', 'countRefused'].includes(name));
	if (unknown !== undefined) throw new TypeError(`A rate limit has no "${unknown}"`);
}

module.exports = { createRateLimit };
