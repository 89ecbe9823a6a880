/** What the compiled validators call, by the names that the schemas use. */
import { isDate, isDateOrTimestamp, isDateTime } from './dateTime';
import { isEmail, isEmailOrEmpty } from './email';
import { isHttpUrl, isUri } from './url';

export { isBoolean, toFloat, toInteger } from './coerce';

export const formats = {
	date: isDate,
	'date-or-timestamp': isDateOrTimestamp,
	'date-time': isDateTime,
	'email-trimmed': isEmail,
	'email-trimmed-or-empty': isEmailOrEmpty,
	'http-url': isHttpUrl,
	uri: isUri,
};
