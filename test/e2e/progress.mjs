/** Prints what is going on, with elapsed times: one line a step, rewritten in place on a terminal. */

const BEAT_ON_TERMINAL_MS = 250;
const BEAT_IN_LOG_MS = 10_000;

/** @param {number} ms */
export function formatDuration(ms) {
	const seconds = Math.round(ms / 1000);
	if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
	if (seconds < 60) return `${seconds} s`;
	return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** @param {number} bytes */
export function formatSize(bytes) {
	if (bytes < 1024) return `${bytes} bytes`;
	const units = ['KiB', 'MiB', 'GiB'];
	let value = bytes / 1024;
	let unit = 0;
	while (value >= 1024 && unit < units.length - 1) {
		value /= 1024;
		unit += 1;
	}
	return `${value.toFixed(1)} ${units[unit]}`;
}

/**
 * @param {number} bytes of which nobody knows just how many there will be
 * @param {number} expectedBytes
 */
export function formatShare(bytes, expectedBytes) {
	const percent = Math.min(99, Math.max(0, Math.floor((bytes / expectedBytes) * 100)));
	return `${percent} % of ${formatSize(expectedBytes)}`;
}

/** @param {string} [text] */
export function say(text = '') {
	process.stdout.write(`${text}\n`);
}

const plan = { steps: 0, begun: 0 };

/**
 * Says how many steps are to come, so that each shows which it is.
 * @param {number} steps
 */
export function planSteps(steps) {
	Object.assign(plan, { steps, begun: 0 });
}

/**
 * Runs `work` and shows its title with the elapsed time while it lasts.
 * @template T
 * @param {string} title
 * @param {(detail: (text: string) => void) => Promise<T> | T} work is given a function that sets what stands behind the title
 * @returns {Promise<T>}
 */
export async function step(title, work) {
	const startedAt = Date.now();
	const terminal = process.stdout.isTTY === true;
	let detail = '';
	plan.begun += 1;
	const place = plan.steps === 0 ? '' : `[${plan.begun}/${Math.max(plan.begun, plan.steps)}] `;
	const line = (/** @type {string} */ mark) =>
		`${mark} ${place}${title}${detail ? ` (${detail})` : ''} · ${formatDuration(Date.now() - startedAt)}`;
	const beat = () => {
		if (terminal) process.stdout.write(`\r\x1b[2K${line('…')}`);
		else say(line('…'));
	};
	if (!terminal) say(`… ${place}${title}`);
	const timer = setInterval(beat, terminal ? BEAT_ON_TERMINAL_MS : BEAT_IN_LOG_MS);
	const finish = (/** @type {string} */ mark) => {
		clearInterval(timer);
		say(`${terminal ? '\r\x1b[2K' : ''}${line(mark)}`);
	};
	try {
		const result = await work((text) => {
			detail = text;
		});
		finish('✓');
		return result;
	} catch (error) {
		finish('✗');
		throw error;
	}
}

/** A failure whose message already says what to do: shown without a stack. */
export class Advice extends Error {}
