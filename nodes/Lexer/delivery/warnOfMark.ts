import { encodingName } from '../records/read/encodings';
import { byteOrderMark } from '../records/read/startOfFile';
import type { Source } from '../source/Source';
import { watchStart } from '../source/watchStart';

/** Other files may begin with the same two bytes as text in UTF-16. */
const TEXT_NAME = /\.(?:csv|tsv|txt|json|jsonl|ndjson)$/i;

/**
 * The same source, with a warning once it shows that it begins with a byte-order mark: Excel writes one,
 * and Lexer takes it for a part of the first name or value.
 */
export function warnOfMark(source: Source, warn: (warning: string) => void): Source {
	return watchStart(source, (start) => {
		const [encoding] = byteOrderMark(start) ?? [];
		if (encoding === undefined || (encoding !== 'utf-8' && !TEXT_NAME.test(source.name))) return;
		const inEncoding = encoding === 'utf-8' ? '' : ` of ${encodingName(encoding)}`;
		warn(
			`The file begins with a byte-order mark (BOM)${inEncoding}, and was sent as it is. Lexer wants UTF-8 without one: save it so, or set 'Options > Convert CSV' or 'Options > Invalid Records'.`,
		);
	});
}
