// To look a global up takes long in Jest.
const { imul } = Math;

/**
 * Numbers from 0 to 1 that a seed repeats (mulberry32).
 * @param {number} seed
 * @returns {() => number}
 */
exports.seededRandom = function seededRandom(seed) {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
};
