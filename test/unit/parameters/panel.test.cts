import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { Lexer } from '../../../nodes/Lexer/Lexer.node';

const { properties, usableAsTool } = new Lexer().description;

/** A field of the panel, with the labels of what it stands in. */
interface Shown {
	path: string;
	field: INodeProperties;
}

function allFields(fields: INodeProperties[], path = ''): Shown[] {
	return fields.flatMap((field) => {
		const here = { path: path + field.displayName, field };
		return field.type === 'collection' ? [here, ...allFields(field.options as INodeProperties[], `${here.path} > `)] : [here];
	});
}

const choicesOf = ({ type, options }: INodeProperties) => (type === 'options' ? (options as INodePropertyOptions[]) : []);

const FIELDS = allFields(properties);
const LABELLED = FIELDS.filter(({ field }) => field.type !== 'notice');
const OPERATIONS = properties.filter(({ name }) => name === 'operation');
const TEXTS = FIELDS.flatMap(({ path, field }): Array<[string, string]> => {
	const ownTexts = [field.description, field.hint, field.type === 'notice' ? field.displayName : undefined];
	const texts = [...ownTexts, ...choicesOf(field).map(({ description }) => description)];
	return texts.filter((text) => text !== undefined).map((text) => [path, text]);
});

/** Words that stay small inside of a title. */
const SMALL = new Set(['a', 'an', 'and', 'as', 'at', 'by', 'for', 'in', 'of', 'on', 'or', 'per', 'the', 'to', 'with']);

describe('the labels of the panel', () => {
	it.each(LABELLED.map(({ path, field }) => [path, field] as const))('%s is in Title Case', (_, { displayName }) => {
		const words = displayName.split(/[ (]+/).filter((word) => /^[a-z]/i.test(word));
		expect(words.filter((word, index) => !/^[A-Z]/.test(word) && (index === 0 || !SMALL.has(word)))).toEqual([]);
	});

	it.each(FIELDS.map(({ path, field }) => [path, field] as const))('%s shows an example where one types', (_, { placeholder, type }) => {
		if (placeholder !== undefined) expect(placeholder).toMatch(type === 'collection' ? /^Add [a-z]/ : /^e\.g\. /);
	});

	it.each(FIELDS.filter(({ field }) => field.type === 'collection').map(({ path, field }) => [path, field] as const))(
		'%s lists its options by their names',
		(_, { options = [] }) => {
			const labels = (options as INodeProperties[]).map(({ displayName }) => displayName);
			expect(labels).toEqual([...labels].sort((one, other) => one.localeCompare(other)));
		},
	);

	it('say what a number counts', () => {
		const label = (name: string) => FIELDS.find(({ field }) => field.name === name)?.field.displayName;
		expect(label('stallTimeout')).toBe('Stall Timeout (Seconds)');
	});
});

describe('the operations', () => {
	it.each(OPERATIONS.map((field) => [String(field.displayOptions?.show?.resource), field] as const))('of %s begin with what most people want', (_, field) => {
		expect([field.default, choicesOf(field)[0].value]).toEqual(['upload', 'upload']);
	});

	it.each(OPERATIONS.flatMap(choicesOf).map(({ action, name }) => [action, name] as const))('are found as "%s", without articles', (action) => {
		expect(action).toMatch(/^[A-Z][a-z]+ /);
		expect(action).not.toMatch(/\b(a|an|the)\b/i);
	});

	it('can be used by an AI agent', () => {
		expect(usableAsTool).toBe(true);
	});
});

describe('the texts of the panel', () => {
	it.each(TEXTS)('%s: %s', (_, text) => {
		expect(text).not.toMatch(/\bmend\b/i);
		expect(text).toMatch(/^["'A-Z\d]/);
	});

	it.each(LABELLED.filter(({ field }) => !['resource', 'operation', 'options', 'conversion'].includes(field.name)).map(({ path, field }) => [path, field] as const))(
		'%s says what it is for',
		(_, { description, hint }) => {
			expect(description ?? hint).toBeTruthy();
		},
	);
});

describe('the options of File > Upload that look at records', () => {
	const upload = properties.find(({ name, displayOptions }) => name === 'options' && String(displayOptions?.show?.resource) === 'file')!;
	const looking = ['attachRejected', 'duplicates', 'minRecords', 'rules'];

	it.each(looking)('%s says that it takes another one', (option) => {
		const field = (upload.options as INodeProperties[]).find(({ name }) => name === option);
		expect(field?.description).toMatch(/\w\. Only with 'Convert CSV' or 'Invalid Records'\.$/);
	});

	it('say no such thing of records of items', () => {
		const ofRecords = FIELDS.filter(({ field }) => field.description?.includes("Only with 'Convert CSV'"));
		expect(ofRecords).toHaveLength(looking.length);
	});
});

describe('what a dataset takes', () => {
	const recordTypes = properties.filter(({ name }) => name === 'recordType');
	const ofDatasets = recordTypes.filter(({ displayOptions }) => displayOptions?.show?.destination !== undefined);

	it('is never a custom record', () => {
		expect(ofDatasets).toHaveLength(3);
		for (const field of ofDatasets) expect(choicesOf(field).map(({ value }) => value)).not.toContain('custom');
	});

	it('has an ID, and the panel says where Lexer shows it', () => {
		for (const { hint } of properties.filter(({ name }) => name === 'datasetId')) expect(hint).toMatch(/Manage > Datasets > the dataset > view/);
	});
});
