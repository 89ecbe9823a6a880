import type { Problem } from '../problem';
import { FIELD_NAMES } from '../schemas';
import type { SchemaError } from './validators.generated';

const MUST_BE: Record<string, string> = {
	array: 'must be a list',
	boolean: 'must be true or false',
	integer: 'must be a whole number',
	number: 'must be a number',
	object: 'must be an object',
	string: 'must be a text',
};

const FORMATS: Record<string, string> = {
	date: 'must be a date such as 2024-01-31',
	'date-or-timestamp': 'must be a date such as 2024-01-31',
	'date-time': 'must be a date and time such as 2024-01-31T10:00:00Z',
	'http-url': 'must be a web address such as https://example.com/picture.jpg',
	uri: 'must be a web address such as https://example.com/picture.jpg',
};

const EMAIL = 'must be an e-mail address';

/** What identifies a customer, each with what it needs beside it. */
const IDENTIFIERS: Record<string, string | undefined> = {
	email: undefined,
	email_sha256: undefined,
	email_md5: undefined,
	customer_id: undefined,
	mobile: undefined,
	external_id: 'system_name',
	link_type: 'link_value',
};

/** Says what a schema's errors mean, in the order of the schema, each thing once. */
export function describeProblems(errors: SchemaError[], record: unknown): Problem[] {
	const isLinkError = ({ instancePath }: SchemaError) => /^\/link(\/|$)/.test(instancePath);
	const problems = errors.filter((error) => !isLinkError(error)).flatMap((error) => describe(error, record));
	const linkErrors = errors.filter(isLinkError);
	if (linkErrors.length > 0) {
		problems.push(...describeLink(linkErrors, record as { link: unknown }));
	}
	const seen = new Set<string>();
	return problems.filter(({ path, rule }) => seen.size < seen.add(`${path}\n${rule}`).size);
}

/** A link can be of several kinds; only the one that was meant has anything to say. */
function describeLink(errors: SchemaError[], record: { link: unknown }): Problem[] {
	const { link } = record;
	if (typeof link !== 'object' || link === null || Array.isArray(link)) {
		return [{ path: 'link', rule: MUST_BE.object }];
	}
	const given = Object.keys(IDENTIFIERS).filter((name) => Object.hasOwn(link, name));
	if (given.length === 0) return [{ path: 'link', rule: `must have one of: ${Object.keys(IDENTIFIERS).join(', ')}` }];
	const ofValues = errors.filter(({ instancePath }) => instancePath !== '/link').flatMap((error) => describe(error, record));
	if (ofValues.length > 0) return ofValues;
	const missing = given.map((name) => IDENTIFIERS[name]).find((name) => name && !Object.hasOwn(link, name));
	if (missing) return [{ path: `link.${missing}`, rule: 'is required' }];
	return [{ path: 'link', rule: `must have nothing beside its ${given[0]}` }];
}

function describe({ instancePath, keyword, params }: SchemaError, record: unknown): Problem[] {
	const path = fieldPath(instancePath, record);
	const problem = (rule: string) => [{ path, rule }];
	switch (keyword === 'convertsTo' ? params.rule : keyword) {
		case 'required':
			return [{ path: path === '' ? params.missingProperty! : `${path}.${params.missingProperty!}`, rule: 'is required' }];
		case 'not':
			return problem('is required');
		case 'type':
			return problem(MUST_BE[[params.type].flat()[0]!]);
		case 'integer':
		case 'number':
		case 'boolean':
			return problem(MUST_BE[params.rule!]);
		case 'enum':
			return problem(`must be one of: ${params.allowedValues!.join(', ')}`);
		case 'format':
			return problem(FORMATS[params.format!] ?? EMAIL);
		case 'pattern':
			return problem(EMAIL);
		case 'minimum':
			return problem(`must be at least ${params.limit}`);
		case 'maximum':
			return problem(`must be at most ${params.limit}`);
		case 'exclusiveMaximum':
			return problem(`must be less than ${params.limit}`);
		case 'minLength':
			return problem('must not be empty');
		case 'maxLength':
			return problem(`must have at most ${params.limit} characters`);
		default:
			// What is left, such as `if`, only says that another keyword failed.
			return [];
	}
}

/** `/products/0/quantity` as `products[0].quantity`. Names that no schema has may be anyone's data: they become `*`. */
function fieldPath(instancePath: string, record: unknown): string {
	let holder = record;
	let path = '';
	for (const segment of instancePath.split('/').slice(1)) {
		const name = segment.replaceAll('~1', '/').replaceAll('~0', '~');
		// In an object, a number is somebody's name for something.
		path += Array.isArray(holder) ? `[${name}]` : `.${FIELD_NAMES.has(name) ? name : '*'}`;
		holder = (holder as Record<string, unknown> | undefined)?.[name];
	}
	return path.replace(/^\./, '');
}
