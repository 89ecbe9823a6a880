/** Names that nobody gives to a field: they are somebody's values in a place where names should be. */

const E_MAIL = /^[^\s@]{1,100}@[^\s@]{1,200}\.[^\s@.]{1,100}$/;

const VALUES = [
	E_MAIL,
	/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ]\d.{0,30})?$/,
	/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
	/^[-+]?\d{5,30}$/,
	/^[-+]?\d{1,30}[.,]\d{1,30}$/,
];

/** Whether a name is an e-mail address. */
export function isEmailName(name: string): boolean {
	return E_MAIL.test(name);
}

/** Whether a name is an e-mail address, a date, a UUID or a number: not to be shown. */
export function isValueName(name: string): boolean {
	return VALUES.some((pattern) => pattern.test(name));
}
