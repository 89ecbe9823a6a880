import type { RecordType, Rules } from '../recordTypes';

/** What one keyword of a schema has against a value. It never holds the value itself. */
export interface SchemaError {
	instancePath: string;
	keyword: string;
	params: {
		additionalProperty?: string;
		allowedValues?: string[];
		comparison?: string;
		format?: string;
		limit?: number;
		missingProperty?: string;
		rule?: string;
		type?: string | string[];
	};
}

export interface Validator {
	(record: unknown): boolean;
	errors: SchemaError[] | null;
}

/** Compiled from ../schemas; `npm run build` writes the JavaScript. */
export declare const validators: Record<Rules, Record<RecordType, Validator>>;
