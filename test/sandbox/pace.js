/**
 * Tells how long to wait so that bytes move no faster than at a given rate.
 * @param {number} bytesPerSecond
 * @returns {(totalBytes: number) => number} the wait in ms, for all the bytes that have moved so far
 */
function createPace(bytesPerSecond) {
	const startedAtMs = performance.now();
	return (totalBytes) => Math.max(0, (totalBytes / bytesPerSecond) * 1000 - (performance.now() - startedAtMs));
}

module.exports = { createPace };
