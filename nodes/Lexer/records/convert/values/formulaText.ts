const EQUALS_SIGN = 61;
const FORMULA = /^="((?:[^"]|"")*)"$/;

/** The text in `="00123"`: so exporters keep Excel from taking it for a number. Any other text is given back. */
export function withoutFormula(text: string): string {
	if (text.charCodeAt(0) !== EQUALS_SIGN) return text;
	const match = FORMULA.exec(text);
	return match === null ? text : match[1].replaceAll('""', '"');
}
