import type { Problem } from '../problem';

/** How values and names become those of records: the parameter "conversion". */
export interface ConversionOptions {
	/** What `31/01/2026` is read as; `iso` takes it for a problem. */
	dateOrder: 'iso' | 'dayFirst' | 'monthFirst';
	/** Texts that stand for nothing, such as `NULL`. */
	emptyValues: ReadonlySet<string>;
	/** `flexible` also finds fields whose names differ in case, blanks, hyphens and camelCase. */
	fieldNames: 'flexible' | 'exact';
	/** The column by which several rows are one record; empty: the record type's own id, where columns make lists. */
	groupBy: string;
	/** Whether e-mail addresses go out as their SHA-256. */
	hashEmails: boolean;
	/** `lexer`: country code and digits only, as Lexer asks for. */
	mobileNumbers: 'lexer' | 'keep';
	/** How numbers are written in texts. */
	numbers: 'plain' | '1,234.50' | '1.234,50';
	/** ISO 3166 code whose national numbers are made international. */
	phoneCountry: string | undefined;
	/** IANA name of the zone of date-times that name none. */
	timezone: string;
	/** What becomes of fields that the record type does not have. */
	unknownFields: 'keep' | 'customFields' | 'drop' | 'stop';
}

export const DEFAULT_CONVERSION: ConversionOptions = {
	dateOrder: 'iso',
	emptyValues: new Set(),
	fieldNames: 'flexible',
	groupBy: '',
	hashEmails: false,
	mobileNumbers: 'lexer',
	numbers: 'plain',
	phoneCountry: undefined,
	timezone: 'UTC',
	unknownFields: 'keep',
};

/** Something to tell about a value that is sent all the same, or left out: never the value itself. */
export interface Note {
	/** the field's path, such as `link.mobile` */
	field: string;
	rule: string;
}

/** A field that the record type does not have: Lexer lets it through and loses it later. */
export interface UnknownField {
	/** as the input has it; inside of objects with theirs, such as `store.nmae` and `products[].qty` */
	name: string;
	/**
	 * The field that was probably meant, if there is one. Takes its time: to be asked once a name.
	 *
	 * @param lacksLink whether records lack their link: then one of its fields goes before others
	 */
	suggest: (lacksLink?: boolean) => string | undefined;
}

/** What the conversion of one record has to say. */
export interface Findings {
	/** what could not be taken into the record: it is invalid */
	problems: Problem[];
	/** what is to be told about a record that may well be valid */
	notes: Note[];
	/** the unknown fields that have a value; one may be there more than once */
	unknown?: UnknownField[];
	/** Whether no check follows: then a value that is only doubtful is told, and sent as it is. */
	isUnchecked?: boolean;
}

/**
 * Converts the value of one field; `undefined` stands for nothing to send.
 *
 * @param findings where to add what cannot be sent as it is, and what is to be told
 */
export type ConvertField = (value: unknown, path: string, findings: Findings) => unknown;
