/**
 * How a text file may be encoded: labels that TextDecoder knows and names as spreadsheets and editors
 * show them. `auto` is UTF-8 or UTF-16, told apart by what is in the file. ISO 8859-1 and ASCII are
 * within Windows-1252, as the web reads them. Unicode comes first, then languages by name.
 */
export const ENCODINGS = [
	{ value: 'auto', name: 'Detect UTF-8 and UTF-16' },
	{ value: 'utf-8', name: 'UTF-8' },
	{ value: 'utf-16le', name: 'UTF-16, Little Endian' },
	{ value: 'utf-16be', name: 'UTF-16, Big Endian' },
	{ value: 'windows-1256', name: 'Arabic (Windows-1256)' },
	{ value: 'windows-1257', name: 'Baltic (Windows-1257)' },
	{ value: 'iso-8859-2', name: 'Central European (ISO 8859-2)' },
	{ value: 'windows-1250', name: 'Central European (Windows-1250)' },
	{ value: 'gb18030', name: 'Chinese, Simplified (GB18030, GBK)' },
	{ value: 'big5', name: 'Chinese, Traditional (Big5)' },
	{ value: 'koi8-r', name: 'Cyrillic (KOI8-R)' },
	{ value: 'windows-1251', name: 'Cyrillic (Windows-1251)' },
	{ value: 'iso-8859-7', name: 'Greek (ISO 8859-7)' },
	{ value: 'windows-1253', name: 'Greek (Windows-1253)' },
	{ value: 'windows-1255', name: 'Hebrew (Windows-1255)' },
	{ value: 'euc-jp', name: 'Japanese (EUC-JP)' },
	{ value: 'shift_jis', name: 'Japanese (Shift JIS)' },
	{ value: 'euc-kr', name: 'Korean (EUC-KR)' },
	{ value: 'windows-874', name: 'Thai (Windows-874)' },
	{ value: 'windows-1254', name: 'Turkish (Windows-1254, ISO 8859-9)' },
	{ value: 'windows-1258', name: 'Vietnamese (Windows-1258)' },
	{ value: 'iso-8859-15', name: 'Western European (ISO 8859-15)' },
	{ value: 'macintosh', name: 'Western European (Mac)' },
	{ value: 'windows-1252', name: 'Western European (Windows-1252, ISO 8859-1)' },
] as const;

export type Encoding = (typeof ENCODINGS)[number]['value'];
export type DetectedEncoding = Exclude<Encoding, 'auto'>;

/** Whether it is one of the choices. */
export function isEncoding(value: unknown): value is Encoding {
	return ENCODINGS.some((encoding) => encoding.value === value);
}

/** The name to show, such as `UTF-8`. */
export function encodingName(encoding: DetectedEncoding): string {
	return ENCODINGS.find(({ value }) => value === encoding)!.name;
}
