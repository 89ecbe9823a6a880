import type { IExecuteFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { type ConversionOptions, DEFAULT_CONVERSION } from '../records/convert/conversion';
import { phoneCountries } from '../records/convert/phones/phoneNumbers.generated';
import { isZoneName } from '../records/convert/times/zones';
import { type Encoding, ENCODINGS } from '../records/read/encodings';
import { byLabel } from './display';
import { type ItemOptions, itemOptions } from './readOption';

/** How names and values of rows become those of records. */
const conversionFields: INodeProperties[] = [
	{
		displayName: 'Date Order',
		name: 'dateOrder',
		type: 'options',
		default: 'iso',
		options: [
			{ name: 'Day First', value: 'dayFirst', description: '31/01/2026 and 31.1.2026' },
			{ name: 'ISO 8601 Only', value: 'iso', description: '2026-01-31; dates such as 31/01/2026 are a problem' },
			{ name: 'Month First', value: 'monthFirst', description: '01/31/2026' },
		],
		description: 'How to read dates that begin with the day or the month',
	},
	{
		displayName: 'Empty Values',
		name: 'emptyValues',
		type: 'string',
		default: '',
		placeholder: 'e.g. NULL, \\N, N/A, #N/A',
		description: 'Texts that stand for nothing, separated by commas',
	},
	{
		displayName: 'Field Names',
		name: 'fieldNames',
		type: 'options',
		default: 'flexible',
		options: [
			{ name: 'Exact', value: 'exact', description: 'A name is a field only as it stands' },
			{
				name: 'Flexible',
				value: 'flexible',
				description: 'Case, blanks, hyphens and camelCase do not matter: FIRST_NAME and First Name are first_name',
			},
		],
		description: 'How column names find the fields of the record type',
	},
	{
		displayName: 'Group By',
		name: 'groupBy',
		type: 'string',
		default: '',
		placeholder: 'e.g. purchase_id',
		description:
			'The column that the rows of one record have in common, where columns such as products[].quantity make lists of several rows. Empty: purchase_id of purchases and return_id of returns; other record types need it.',
	},
	{
		displayName: 'Hash Emails',
		name: 'hashEmails',
		type: 'boolean',
		default: false,
		description:
			'Whether fields named email go out as the SHA-256 of the address, in email_sha256: of links, of the record, of custom_fields, objects and lists. Records with an address in another field are refused, so that addresses stay in n8n.',
	},
	{
		displayName: 'Mobile Numbers',
		name: 'mobileNumbers',
		type: 'options',
		default: 'lexer',
		options: [
			{ name: 'As Lexer Asks For', value: 'lexer', description: 'Country code and digits only: 61491570006' },
			{ name: 'Keep', value: 'keep', description: 'Send them as they are' },
		],
		description: 'What to make of mobile numbers',
	},
	{
		displayName: 'Numbers',
		name: 'numbers',
		type: 'options',
		default: 'plain',
		options: [
			{ name: '1,234.50', value: '1,234.50', description: 'Commas between thousands; currency signs and codes are taken off' },
			{ name: '1.234,50', value: '1.234,50', description: 'Dots between thousands; currency signs and codes are taken off' },
			{ name: 'Plain', value: 'plain', description: '1234.50; anything else is a problem' },
		],
		description: 'How numbers are written in texts',
	},
	{
		displayName: 'Phone Country',
		name: 'phoneCountry',
		type: 'options',
		default: '',
		options: [{ name: 'None', value: '', description: 'National numbers stay as they are, and are counted' }, ...countryOptions()],
		description: 'The country whose national mobile numbers get its country code',
	},
	{
		displayName: 'Timezone',
		name: 'timezone',
		type: 'string',
		default: 'UTC',
		placeholder: 'e.g. Europe/Berlin',
		description:
			'The zone of dates with a time that name none: UTC, an IANA name, or "workflow" for the one in the workflow\'s settings',
	},
	{
		displayName: 'Unknown Fields',
		name: 'unknownFields',
		type: 'options',
		default: 'keep',
		options: [
			{ name: 'Drop', value: 'drop', description: 'Leave them out' },
			{ name: 'Keep', value: 'keep', description: 'Send them as they are: Lexer ignores them' },
			{ name: 'Move to Custom Fields', value: 'customFields', description: 'Send them inside of custom_fields' },
			{ name: 'Reject the Record', value: 'stop', description: 'Take a record that has one for invalid' },
		],
		description: 'What to do with fields that the record type does not have. The receipt counts them by name.',
	},
];

/** Files have an encoding as well. */
const encodingField: INodeProperties = {
	displayName: 'Encoding',
	name: 'encoding',
	type: 'options',
	default: 'auto',
	options: ENCODINGS.map(({ name, value }) => ({ name, value })),
	description: 'How the characters of the file are encoded',
};

/** Hashing changes what Lexer joins profiles by: it is said where it is set. */
export const hashNotice: INodeProperties = {
	displayName:
		'Hash Emails: profiles then link by the hash of the address. Lexer joins them with profiles that have the same hash, and cannot write to the address.',
	name: 'hashNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { '/conversion.hashEmails': [true] } },
};

/** The collection of them. */
export const conversionField: INodeProperties = {
	displayName: 'Conversion',
	name: 'conversion',
	type: 'collection',
	placeholder: 'Add conversion',
	default: {},
	options: conversionFields,
};

/** The same for files, which have an encoding as well. */
export const fileConversionField: INodeProperties = { ...conversionField, options: byLabel([...conversionFields, encodingField]) };

/** How a CSV file becomes records. */
export interface FileConversion extends ConversionOptions {
	encoding: Encoding;
}

/**
 * Refuses Hash Emails where nothing is converted: the addresses would go out as they are.
 *
 * @throws NodeOperationError
 */
export function refuseHashOfUnconverted(context: IExecuteFunctions, itemIndex: number): void {
	const field = conversionFields.find(({ name }) => name === 'hashEmails')!;
	const options = conversionOptions(context, itemIndex);
	if (options.boolean(field, false))
		throw options.refuseUse(field, {
			what: "works only with 'Options > Convert CSV': addresses in other files would go out as they are",
			advice: "Turn on 'Options > Convert CSV'",
		});
}

/** @throws NodeOperationError as readConversion does, and for what is no encoding */
export function readFileConversion(context: IExecuteFunctions, itemIndex: number): FileConversion {
	const options = conversionOptions(context, itemIndex);
	const encoding = options.choice(
		encodingField,
		ENCODINGS.map(({ value }) => value),
		'auto',
	);
	return { ...readConversion(context, itemIndex), encoding };
}

/**
 * Reads how an item's names and values become those of records.
 *
 * @throws NodeOperationError where an expression gave something that is no such choice, no country, or no zone
 */
export function readConversion(context: IExecuteFunctions, itemIndex: number): ConversionOptions {
	const options = conversionOptions(context, itemIndex);
	const field = (name: keyof ConversionOptions) => conversionFields.find((one) => one.name === name) ?? { name, displayName: name };
	const text = (name: keyof ConversionOptions) => options.text(field(name)).trim();
	const choice = <Name extends keyof ConversionOptions>(name: Name, choices: ReadonlyArray<ConversionOptions[Name] & string>) =>
		options.choice(field(name), choices, DEFAULT_CONVERSION[name] as ConversionOptions[Name] & string);
	const timezone = text('timezone') || DEFAULT_CONVERSION.timezone;
	const zone = timezone === 'workflow' ? context.getTimezone() : timezone;
	if (!isZoneName(zone)) throw options.refuse(field('timezone'), 'UTC, an IANA name such as Europe/Berlin, or "workflow"');
	const country = text('phoneCountry').toUpperCase();
	if (country !== '' && !isPhoneCountry(country)) throw options.refuse(field('phoneCountry'), 'a two-letter country code such as AU');
	const groupBy = text('groupBy');
	if (groupBy.includes('[]'))
		throw options.refuse(field('groupBy'), 'a column outside of lists, which all rows of a record have in common');
	return {
		dateOrder: choice('dateOrder', ['iso', 'dayFirst', 'monthFirst']),
		emptyValues: new Set(
			text('emptyValues')
				.split(',')
				.map((value) => value.trim())
				.filter((value) => value !== ''),
		),
		fieldNames: choice('fieldNames', ['flexible', 'exact']),
		groupBy,
		hashEmails: options.boolean(field('hashEmails'), DEFAULT_CONVERSION.hashEmails),
		mobileNumbers: choice('mobileNumbers', ['lexer', 'keep']),
		numbers: choice('numbers', ['plain', '1,234.50', '1.234,50']),
		phoneCountry: country || undefined,
		timezone: zone,
		unknownFields: choice('unknownFields', ['keep', 'customFields', 'drop', 'stop']),
	};
}

function conversionOptions(context: IExecuteFunctions, itemIndex: number): ItemOptions {
	const given = context.getNodeParameter('conversion', itemIndex, {}) as Record<string, unknown>;
	return itemOptions(context, itemIndex, given, conversionField.displayName);
}

function isPhoneCountry(country: string): boolean {
	return phoneCountries.includes(country);
}

/** By name, as people look for them. */
function countryOptions(): INodePropertyOptions[] {
	const names = new Intl.DisplayNames(['en'], { type: 'region' });
	const options = phoneCountries.map((value) => ({ name: names.of(value) ?? value, value }));
	return options.sort((one, other) => one.name.localeCompare(other.name));
}
