import { say } from '../e2e/progress.mjs';
import { CURL, HTTP_REQUESTS, ONE_AFTER_ANOTHER } from './sections.mjs';

/** The figures as tables. */

/**
 * @param {import('./measure.mjs').SectionResult} section
 * @param {import('./figures.mjs').Figures[]} figures
 */
export function printSection({ title, fileCount, base, medium, loadAverage, results }, figures) {
	say(`\n${title}; files in ${medium}; median of ${results[0].runs.length}; load average ${loadAverage}\n`);
	printTable(tableOf(figures, fileCount, base));
}

/** @param {import('./figures.mjs').Figures[]} figures @param {number} fileCount @param {string | undefined} base */
function tableOf(figures, fileCount, base) {
	if (figures.some(({ worstDelayMs }) => worstDelayMs !== undefined)) return delayTable(figures);
	if (base !== undefined) return recordsTable(figures, base);
	return fileCount > 1 ? manyFilesTable(figures) : oneFileTable(figures);
}

/** @param {import('./figures.mjs').Figures[]} figures */
function delayTable(figures) {
	return [
		['', 'worst delay, ms', 'of it work', 'worst delay idle', 'seconds', 'fastest to slowest', 'peak RSS MiB'],
		...figures.map((row) => [
			row.name,
			number(row.worstDelayMs, 0),
			number(row.worstWorkMs, 0),
			number(row.idleDelayMs, 0),
			seconds(row.medianMs),
			spread(row),
			mebibytes(row.peakRssBytes),
		]),
	];
}

/** @param {import('./figures.mjs').Figures[]} figures */
function manyFilesTable(figures) {
	const base = figures.find(({ name }) => name === ONE_AFTER_ANOTHER);
	return [
		['', 'seconds', 'fastest to slowest', 'files/s', 'x one after another', 'most in flight'],
		...figures.map((row) => [
			row.name,
			seconds(row.medianMs),
			spread(row),
			number(row.filesPerSecond, 1),
			number(ratio(base, row), 2),
			String(row.inFlight),
		]),
	];
}

/** @param {import('./figures.mjs').Figures[]} figures @param {string} baseName */
function recordsTable(figures, baseName) {
	const base = figures.find(({ name }) => name === baseName);
	return [
		['', 'seconds', 'fastest to slowest', 'records/s', `x ${baseName}`, 'peak RSS MiB', 'above No Operation'],
		...figures.map((row) => [
			row.name,
			seconds(row.medianMs),
			spread(row),
			number(row.recordsPerSecond, 0),
			number(ratio(base, row), 2),
			mebibytes(row.peakRssBytes),
			mebibytes(row.rssGrowthBytes),
		]),
	];
}

/** @param {import('./figures.mjs').Figures[]} figures */
function oneFileTable(figures) {
	const curl = figures.find(({ name }) => name === CURL);
	const http = figures.find(({ name }) => name === HTTP_REQUESTS);
	return [
		['', 'seconds', 'fastest to slowest', 'MiB/s', 'x HTTP Request', 'x curl -T', 'peak RSS MiB', 'above No Operation'],
		...figures.map((row) => [
			row.name,
			seconds(row.medianMs),
			spread(row),
			number(row.mibPerSecond, 0),
			number(ratio(http, row), 2),
			number(ratio(curl, row), 2),
			mebibytes(row.peakRssBytes),
			mebibytes(row.rssGrowthBytes),
		]),
	];
}

/** @param {import('./targets.mjs').Target[]} targets */
export function printTargets(targets) {
	if (targets.length === 0) return;
	say('\nTargets\n');
	printTable([
		['', 'target', 'measured', ''],
		...targets.map(({ name, bound, target, measured, unit, ok }) => [
			name,
			`at ${bound} ${target} ${unit}`,
			`${measured.toFixed(unit === 'x' ? 2 : 1)} ${unit}`,
			ok ? 'ok' : 'MISSED',
		]),
	]);
}

/** @param {string[][]} rows the first are the headings */
function printTable(rows) {
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	for (const row of rows) {
		const cells = row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])));
		say(`  ${cells.join('  ')}`.trimEnd());
	}
}

/**
 * How many times as fast as the base.
 * @param {import('./figures.mjs').Figures | undefined} base
 * @param {import('./figures.mjs').Figures} row
 */
function ratio(base, row) {
	return base?.medianMs === undefined || row.medianMs === undefined ? undefined : base.medianMs / row.medianMs;
}

/** @param {import('./figures.mjs').Figures} row */
function spread({ fastestMs, slowestMs }) {
	return fastestMs === undefined ? '' : `${seconds(fastestMs)} to ${seconds(slowestMs)}`;
}

/** @param {number | undefined} ms */
function seconds(ms) {
	return ms === undefined ? '' : (ms / 1000).toFixed(2);
}

/** @param {number | undefined} bytes */
function mebibytes(bytes) {
	return bytes === undefined ? '' : (bytes / 2 ** 20).toFixed(0);
}

/**
 * @param {number | undefined} value
 * @param {number} digits
 */
function number(value, digits) {
	return value === undefined ? '' : value.toFixed(digits);
}
