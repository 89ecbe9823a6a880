import { parseFloatText, strip } from '../../formats/pythonText';
import { NumberLiteral } from '../../numberLiteral';
import type { ConversionOptions, ConvertField, Findings } from '../conversion';
import { isBlank } from '../emptyValues';
import { readDateText, readUsualDate } from './dateText';
import type { DateOrder } from './dayText';
import { dayOfDate } from '../times/driverDates';
import { doubt, note } from '../findings';
import { convertFree } from '../values/free';
import { isoDay, isoInUtc, isWholeDay, type Moment } from '../times/moment';
import { BEYOND_CALENDAR, isRefusal, NO_CERTAIN_TIME, NO_TIME_AT_ALL, type Refusal } from './refusals';
import { soundText } from '../values/soundText';
import { readDotNetDate, readTimestamp } from './timestamp';
import { NO_DATE } from '../values/unsayable';
import { isNoDate, isNoDateText, isZeroMoment } from '../times/zeroDates';
import type { Occurrence } from '../times/zones';

/** What needs no change; the check speaks of those that no calendar has. */
const CANONICAL_DATE = /^(?!000)\d{4}-\d{2}-\d{2}$/;
const CANONICAL_DATE_TIME = /^(?!000|1899)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

const OCCURRENCES: Record<Exclude<Occurrence, 'once'>, string> = {
	never: 'is a time that clocks skip, and was taken by the offset from before',
	twice: 'is a time that clocks show twice, and was taken for the first',
};

/**
 * For fields of days. A time is left out where it is midnight; with any other the value is written in
 * ISO 8601, for the check to refuse.
 */
export function dateField({ dateOrder, timezone }: ConversionOptions): ConvertField {
	const convertOther = momentField(dateOrder, dayOfDate, (moment) =>
		isWholeDay(moment) ? isoDay(moment) : isoInUtc(moment, timezone)?.iso,
	);
	return (value, path, findings) =>
		typeof value === 'string' && CANONICAL_DATE.test(value) ? value : convertOther(value, path, findings);
}

/** For fields of times: ISO 8601 in UTC. A day alone is its beginning in the zone that Timezone names. */
export function dateTimeField({ dateOrder, timezone }: ConversionOptions): ConvertField {
	const convertOther = momentField(
		dateOrder,
		(date) => date.toISOString(),
		(moment, path, findings) => {
			const written = isoInUtc(moment, timezone);
			if (written === undefined) return undefined;
			const { iso, occurs } = written;
			if (occurs !== 'once') note(findings, path, OCCURRENCES[occurs]);
			return iso;
		},
	);
	return (value, path, findings) => {
		if (typeof value === 'string' && CANONICAL_DATE_TIME.test(value)) return value;
		if (typeof value === 'number' && isUsualTimestamp(value)) return new Date(value < 1e10 ? value * 1000 : value).toISOString();
		return convertOther(value, path, findings);
	};
}

/** Whole seconds or milliseconds of the years 2001 to 2030: no compact date begins like those. */
function isUsualTimestamp(value: number): boolean {
	return Number.isInteger(value) && ((value >= 1e9 && value < 1.9e9) || (value >= 1e12 && value < 1.9e12));
}

type WriteMoment = (moment: Moment, path: string, findings: Findings) => string | undefined;

function momentField(order: DateOrder, writeDate: (date: Date) => string, writeMoment: WriteMoment): ConvertField {
	const convertText = (text: string, value: unknown, path: string, findings: Findings) => {
		const read = readMoment(text, order);
		if (read === undefined) return typeof value === 'string' ? noDate(value, path, findings) : value;
		if (read === 'none') {
			note(findings, path, NO_DATE);
			return undefined;
		}
		const written = isRefusal(read) ? undefined : writeMoment(read, path, findings);
		if (written !== undefined) return written;
		doubt(findings, path, isRefusal(read) ? read.refusal : BEYOND_CALENDAR.refusal);
		return value;
	};
	return (value, path, findings) => {
		if (value === '' || value === null || value === undefined) return undefined;
		if (typeof value === 'string') return convertText(value, value, path, findings);
		if (typeof value === 'number' || typeof value === 'bigint') {
			return convertText(String(value), Number(value), path, findings);
		}
		if (value instanceof NumberLiteral) return convertText(value.text, value, path, findings);
		if (typeof value === 'boolean') return convertFlag(value, path, findings);
		if (!(value instanceof Date)) return convertFree(value, path, findings);
		if (!isNoDate(value)) return writeDate(value);
		note(findings, path, NO_DATE);
		return undefined;
	};
}

/** Blanks are nothing; what else is no date is for the check to refuse. */
function noDate(text: string, path: string, findings: Findings): string | undefined {
	return isBlank(text) ? undefined : soundText(text, path, findings);
}

/** Some programs give false for a field with nothing in it, as Odoo does; to pydantic it would be 1970. */
function convertFlag(value: boolean, path: string, findings: Findings): true | undefined {
	if (value) {
		doubt(findings, path, NO_TIME_AT_ALL.refusal);
		return value;
	}
	note(findings, path, NO_DATE);
	return undefined;
}

/** `none` for what stands for no date; undefined for what is no date at all. */
function readMoment(text: string, order: DateOrder): Moment | Refusal | 'none' | undefined {
	const usual = readUsualDate(text);
	if (usual !== undefined) return isZeroMoment(usual) ? 'none' : usual;
	const bare = strip(text);
	if (isNoDateText(bare)) return 'none';
	const read = readTimestamp(bare) ?? readDateText(bare, order) ?? readDotNetDate(bare);
	if (read !== undefined) return !isRefusal(read) && isZeroMoment(read) ? 'none' : read;
	// Python reads more texts as numbers, such as 1_000, and so does Lexer.
	return parseFloatText(bare) === undefined ? undefined : NO_CERTAIN_TIME;
}
