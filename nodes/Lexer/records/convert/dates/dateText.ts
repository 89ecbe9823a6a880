import { asciiDigits, strip } from '../../formats/pythonText';
import { type DateOrder, readDay } from './dayText';
import { isReal, type Moment } from '../times/moment';
import { isRefusal, type Refusal } from './refusals';
import { readTime } from './timeText';

/** No date is longer, not even JavaScript's own with the long name of a zone. */
const MAX_LENGTH = 120;

/** Most dates of databases; the reading of whatever else takes several times as long. */
const USUAL = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,12}))?(Z| UTC| ?([+-])(0\d|1[0-4]):?([0-5]\d)?)?)?$/;

const BLANKS = /[\p{Zs}\t\n\r]+/gu;
const MARKS = /\p{Cf}/gu;
const MINUS = '\u2212';

/** The same as `readDateText` for the texts that most databases give. */
export function readUsualDate(text: string): Moment | undefined {
	const match = USUAL.exec(text);
	if (match === null) return undefined;
	const [, year, month, day, hour, minute, second, fraction = '', zone, sign, hours = '0', minutes = '0'] = match;
	const moment: Moment = { year: Number(year), month: Number(month), day: Number(day) };
	if (hour !== undefined) moment.time = { hour: Number(hour), minute: Number(minute), second: Number(second), fraction };
	if (zone !== undefined) moment.zone = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
	return ifReal(moment);
}

/**
 * What a text says that names a day in one of the ways in which databases, programs and people write
 * it. A number is none of them.
 *
 * @returns undefined where it is none, or one of a day that there is not
 */
export function readDateText(text: string, order: DateOrder): Moment | Refusal | undefined {
	if (text.length > MAX_LENGTH) return undefined;
	const plain = strip(asciiDigits(text.replace(MARKS, '').replaceAll(MINUS, '-').replace(BLANKS, ' ')));
	const day = readDay(plain, order);
	if (day === undefined || isRefusal(day)) return day;
	const { rest, ...date } = day;
	const time = readTime(rest);
	return time === undefined || isRefusal(time) ? time : ifReal({ ...date, ...time });
}

function ifReal(moment: Moment): Moment | undefined {
	return isReal(moment) ? moment : undefined;
}
