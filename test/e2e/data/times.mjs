import { events, upload } from './case.mjs';

/** 31 January 2026, 10:00:00 UTC, in seconds since 1970. */
export const TEN = 1_769_853_600;
export const TEN_ISO = '2026-01-31T10:00:00.000Z';

/** The same time, however many zeros are written behind the second. */
function at(/** @type {string} */ iso) {
	const [, time, decimals = ''] = /** @type {RegExpExecArray} */ (/^(.*?)(?:\.(\d*?)0*)?Z$/.exec(iso));
	return new RegExp(`^${time}${decimals === '' ? '(\\.0+)?' : `\\.${decimals}0*`}Z$`);
}

/**
 * Events whose times may be written with or without zeros behind the second.
 * @param {Parameters<typeof upload>[0] & { times: Array<[unknown, string]> }} given
 */
export function eventsAt({ times, rows, ...given }) {
	const fileName = `data-times-${given.name.replace(/\W+/g, '-')}.ndjson`;
	const expected = times.map(([, iso], index) => ({ email_id: `e${index}`, action_at: at(iso) }));
	return upload({ ...events(times), ...(rows && { rows }), ...given, fileName, stored: { [fileName]: expected } });
}
