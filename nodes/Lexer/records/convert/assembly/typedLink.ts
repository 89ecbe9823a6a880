import type { RecordType } from '../../recordTypes';
import { SCHEMAS, wholeSchema } from '../../schemas';
import type { ConversionOptions, Findings } from '../conversion';
import { fieldConverter } from '../fields/field';

const PATH = 'link.link_value';

/** Finishes a record once all of its fields are there. */
export type FinishRecord = (record: Record<string, unknown>, findings: Findings) => void;

/**
 * A link can name its kind beside its value: `{link_type: 'mobile', link_value: …}`. What the value is to
 * be is known only when both are there: then it converts as the field of that name does.
 *
 * @returns undefined for records that have no such links
 */
export function typedLinkConverter(recordType: RecordType | 'custom', options: ConversionOptions): FinishRecord | undefined {
	const link = recordType === 'custom' ? undefined : SCHEMAS[recordType].properties?.link;
	const fields = link && wholeSchema(link).properties;
	if (fields?.link_type === undefined) return undefined;
	const kinds = new Map(Object.entries(fields).map(([name, schema]) => [name, fieldConverter(schema, options)]));
	return ({ link }, findings) => {
		if (typeof link !== 'object' || link === null) return;
		const typed = link as Record<string, unknown>;
		const { link_type: kind } = typed;
		if (typeof kind !== 'string' || typeof typed.link_value !== 'string') return;
		const converted = kinds.get(kind)?.(typed.link_value, PATH, findings);
		if (converted !== undefined) typed.link_value = converted;
	};
}
