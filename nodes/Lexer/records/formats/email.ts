import { strip } from './pythonText';

const EMAIL = /^[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+\.[a-zA-Z0-9-.]+$/;

/** Whether this is an e-mail address to Lexer, once trimmed and lower-cased. */
export function isEmail(text: string): boolean {
	return EMAIL.test(text) || EMAIL.test(strip(text.toLowerCase()));
}

/** The same for a field where the upload tool lets an empty text pass. */
export function isEmailOrEmpty(text: string): boolean {
	return text === '' || isEmail(text);
}
