import {
	CURL, CURL_MD5SUM, HTTP_REQUESTS, httpRequestsInFlight, IN_FLIGHT, LEXER, LEXER_UNVERIFIED, lexerInFlight, ONE_AFTER_ANOTHER,
} from './sections.mjs';

import {
	CHECK, CHECKED_UPLOAD, CONVERT, CONVERT_TO_FILE, CONVERTED_UPLOAD, CONVERTER, RECORDS_TO_CSV, UPLOAD_TOOL,
} from './recordSections.mjs';
import { AS_CUSTOMERS, AS_PURCHASES, BOMB, COMPRESSED, KEEPS_FIRST, KEEPS_LAST, NO_OPTION } from './optionSections.mjs';
import { EVENT_LOOP, MAPPED_AUTOMATICALLY, MAPPED_BELOW } from './eventLoopSection.mjs';

/** What the node has to reach. */

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {'least' | 'most'} bound
 * @property {number} target
 * @property {number} measured
 * @property {string} unit
 * @property {boolean} ok
 *
 * @typedef {Map<string, import('./figures.mjs').Figures[]>} FiguresBySection
 */

const MIB = 2 ** 20;

/**
 * @param {FiguresBySection} figures
 * @returns {Target[]} those whose sections were run
 */
export function judge(figures) {
	/** @param {string} section @param {string} name @param {'medianMs' | 'rssGrowthBytes'} figure */
	const of = (section, name, figure) => figures.get(section)?.find((one) => one.name === name)?.[figure] ?? NaN;
	/** How many times as fast as the other. @param {string} section @param {string} name @param {string} other */
	const speed = (section, name, other) => of(section, other, 'medianMs') / of(section, name, 'medianMs');
	/** @param {string} section @param {string} name */
	const growth = (section, name) => of(section, name, 'rssGrowthBytes') / MIB;
	const [fewInFlight] = IN_FLIGHT;

	const all = [
		...[LEXER_UNVERIFIED, LEXER].map((name) =>
			least(`1 GiB: throughput of the HTTP Request nodes, ${name}`, 2.5, speed('1GiB', name, HTTP_REQUESTS)),
		),
		least('1 GiB: throughput of curl -T, verifyChecksum off', 0.8, speed('1GiB', LEXER_UNVERIFIED, CURL)),
		most('1 GiB: time of curl -T and md5sum, verifyChecksum on', 0.85, speed('1GiB', CURL_MD5SUM, LEXER)),
		...['1GiB', '5GiB'].flatMap((section) =>
			[LEXER, LEXER_UNVERIFIED].map((name) =>
				most(`${section}: peak RSS above No Operation, ${name}`, 64, growth(section, name), 'MiB'),
			),
		),
		...[LEXER, LEXER_UNVERIFIED].map((name) =>
			most(`5 GiB: peak RSS growth above that of 1 GiB, ${name}`, 16, growth('5GiB', name) - growth('1GiB', name), 'MiB'),
		),
		least(
			`200 x 1 KiB: speed of one after another, ${fewInFlight} in flight`,
			3.5,
			speed('small', lexerInFlight(fewInFlight), ONE_AFTER_ANOTHER),
		),
		...IN_FLIGHT.map((count) =>
			least(
				`200 x 1 KiB: speed of the HTTP Request nodes, ${count} in flight`,
				1,
				speed('small', lexerInFlight(count), httpRequestsInFlight(count)),
			),
		),
		least('200,000 records: speed of Lexer\'s upload tool', 4, speed('records', CHECK, UPLOAD_TOOL)),
		least('200,000 records: checked a second', 140, 200 / (of('records', CHECK, 'medianMs') / 1000), 'thousand'),
		least('200,000 CSV rows: speed of Lexer\'s converter', 6, speed('records', CONVERT, CONVERTER)),
		least('200,000 items to CSV: speed of Convert to File', 8, speed('items', RECORDS_TO_CSV, CONVERT_TO_FILE)),
		most('2,000,000 records: peak RSS above No Operation', 128, growth('ndjsonMemory', CHECKED_UPLOAD), 'MiB'),
		most('2,000,000 CSV rows: peak RSS above No Operation', 128, growth('csvMemory', CONVERTED_UPLOAD), 'MiB'),
		most('gzip: peak RSS above No Operation', 128, growth('gzip', COMPRESSED), 'MiB'),
		least('gzip on a line of 10 MB/s: speed of the plain file', 5, speed('slowLine', COMPRESSED, NO_OPTION)),
		...[KEEPS_FIRST, KEEPS_LAST].map((name) => most(`duplicates: peak RSS above none looked for, ${name}`, 128, growth('duplicates', name) - growth('duplicates', NO_OPTION), 'MiB')),
		most('order lines: time of as many customers', 1.5, speed('orders', AS_CUSTOMERS, AS_PURCHASES)),
		most('decompression bomb: time until it is refused', 10, of('bomb', BOMB, 'medianMs') / 1000, 's'),
		most('decompression bomb: peak RSS above No Operation', 128, growth('bomb', BOMB), 'MiB'),
		...(figures.get(EVENT_LOOP) ?? []).map(({ name, worstDelayMs = NaN }) => most(`worst delay of the event loop, ${name}`, 100, worstDelayMs, 'ms')),
		most('14 columns x 5,000 rows: time of mapping automatically, mapped below', 1.5, speed(EVENT_LOOP, MAPPED_AUTOMATICALLY, MAPPED_BELOW)),
	];
	return all.filter(({ measured }) => !Number.isNaN(measured));
}

/**
 * @param {string} name
 * @param {number} target
 * @param {number} measured
 * @param {string} [unit]
 * @returns {Target}
 */
function least(name, target, measured, unit = 'x') {
	return { name, bound: 'least', target, measured, unit, ok: measured >= target };
}

/**
 * @param {string} name
 * @param {number} target
 * @param {number} measured
 * @param {string} [unit]
 * @returns {Target}
 */
function most(name, target, measured, unit = 'x') {
	return { name, bound: 'most', target, measured, unit, ok: measured <= target };
}
