import {
	type IDataObject,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type INodeProperties,
	type INodePropertyOptions,
	type ResourceMapperField,
} from 'n8n-workflow';

import { type RecordField, recordFields } from '../records/recordFields';
import { inputError } from '../outcomes/errors';
import { itemValue } from './itemParameter';
import { fieldsOf, mappedFields } from './mappedFields';
import { isRecordType } from './recordTypes';

export const columnsField: INodeProperties = {
	displayName: 'Columns',
	name: 'columns',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'autoMapInputData', value: null },
	required: true,
	typeOptions: {
		loadOptionsDependsOn: ['recordType'],
		resourceMapper: {
			resourceMapperMethod: 'getRecordFields',
			mode: 'add',
			fieldWords: { singular: 'field', plural: 'fields' },
			multiKeyMatch: false,
			supportAutoMap: true,
			noFieldsError: 'No fields are known of custom records: map them automatically, by the names that they have in the input',
		},
	},
	description:
		"Which fields a record has, and from what. Names with dots nest: link.email becomes the field email inside link. Names with [] make lists of several rows: products[].quantity. All but products need one 'link' to a customer, such as link.email or link.customer_id.",
};

/** n8n 2.41 shows no descriptions in the mapper; they are kept in the workflow with the rest of the schema. */
type DescribedField = ResourceMapperField & { description?: string };

/** The fields of the chosen record type, for the resource mapper. */
export async function getRecordFields(this: ILoadOptionsFunctions): Promise<{ fields: DescribedField[] }> {
	const recordType = String(this.getCurrentNodeParameter('recordType') ?? '');
	if (!isRecordType(recordType)) return { fields: [] };
	return { fields: recordFields(recordType).map(mapperField) };
}

const TRUE_OR_FALSE: INodePropertyOptions[] = [
	{ name: 'True', value: true },
	{ name: 'False', value: false },
];

function mapperField({ options, shape, list, ...field }: RecordField): DescribedField {
	// The mapper saves an untouched switch as false, and an untouched list as nothing.
	const isChoice = field.type === 'boolean' && !field.required;
	return {
		...field,
		// The name stands in the label because the mapper shows nothing else of a field.
		displayName: `${field.displayName} (${field.id}${shape === undefined ? '' : `: ${shape}`})`,
		type: isChoice ? 'options' : field.type,
		// A list that has to be there may be given as a whole or in parts: n8n would ask for the whole. The check asks for either.
		required: field.required && field.type !== 'array',
		options: isChoice ? TRUE_OR_FALSE : options?.map((value) => ({ name: value, value })),
		display: true,
		defaultMatch: false,
		canBeUsedToMatch: false,
		// Shown from the start is only what everybody needs.
		removed: list !== undefined || (!field.required && field.id !== 'link.email'),
	};
}

/** An item's fields, by the names that stand in the record. */
export interface ReadColumns {
	(itemIndex: number): IDataObject;
	/** The item as it came, of which they are mapped. */
	itemOf(itemIndex: number): IDataObject;
}

/**
 * A reader of the items' fields: the items as they are, or what is mapped below. It reads one item
 * at a time and nothing ahead.
 *
 * @returns a function that throws a NodeOperationError where fields are to be mapped below and an
 * item has none, and what n8n throws for an item's expressions
 */
export function readColumns(context: IExecuteFunctions): ReadColumns {
	const raw = context.getNode().parameters.columns;
	const items = context.getInputData();
	const read = typeof raw === 'string' ? readWhole(context, raw) : readSaved(context, raw);
	return Object.assign(read, { itemOf: (itemIndex: number) => items[itemIndex].json });
}

type Read = (itemIndex: number) => IDataObject;

/** The mapper as the editor saves it. */
function readSaved(context: IExecuteFunctions, raw: unknown): Read {
	const { mappingMode, value } = (raw ?? {}) as IDataObject;
	const readMode = itemValue(context, mappingMode, (itemIndex) => context.getNodeParameter('columns.mappingMode', itemIndex, null));
	const readFields = mappedFields(context, value);
	return (itemIndex) => readAs(context, itemIndex, readMode(itemIndex), () => readFields(itemIndex));
}

/** An expression that gives what the editor would have saved; n8n takes its equals sign away. */
function readWhole(context: IExecuteFunctions, raw: string): Read {
	const expression = raw.replace(/^=/, '');
	const read = itemValue(context, `=${expression}`, (itemIndex) => context.evaluateExpression(expression, itemIndex));
	return (itemIndex) => {
		const { mappingMode, value } = (read(itemIndex) ?? {}) as { mappingMode?: unknown; value?: unknown };
		return readAs(context, itemIndex, mappingMode ?? 'missing', () => fieldsOf(value));
	};
}

function readAs(context: IExecuteFunctions, itemIndex: number, mode: unknown, readFields: () => IDataObject | undefined): IDataObject {
	if (mode === 'autoMapInputData' || mode === undefined || mode === null || mode === '') return context.getInputData()[itemIndex].json;
	if (mode !== 'defineBelow') {
		const advice = "Set it to 'Map Each Column Manually' or 'Map Automatically'.";
		throw inputError(context.getNode(), itemIndex, "'Mapping Column Mode' is not one of its choices", advice);
	}
	const fields = readFields();
	if (fields !== undefined) return fields;
	const advice = "Give at least one field a value, or set 'Mapping Column Mode' to 'Map Automatically'.";
	throw inputError(context.getNode(), itemIndex, 'No column has a value', advice);
}
