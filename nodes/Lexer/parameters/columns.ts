import type {
	IDataObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INodeProperties,
	ResourceMapperField,
} from 'n8n-workflow';

import { recordFields } from '../records/recordFields';
import { inputError } from '../outcomes/errors';
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
			noFieldsError:
				'No fields are known of custom records: map them automatically, by the names that they have in the input',
		},
	},
	description: 'Names with dots nest: link.email becomes the field email inside link',
};

/** n8n 2.41 shows no descriptions in the mapper; they are kept in the workflow with the rest of the schema. */
type DescribedField = ResourceMapperField & { description?: string };

/** The fields of the chosen record type, for the resource mapper. */
export async function getRecordFields(this: ILoadOptionsFunctions): Promise<{ fields: DescribedField[] }> {
	const recordType = String(this.getCurrentNodeParameter('recordType') ?? '');
	if (!isRecordType(recordType)) return { fields: [] };
	const fields = recordFields(recordType).map(({ options, ...field }): DescribedField => ({
		...field,
		options: options?.map((value) => ({ name: value, value })),
		display: true,
		defaultMatch: false,
		canBeUsedToMatch: false,
		// What nobody chose must not be sent: a switch that nobody touched would say "false".
		removed: !field.required && field.id !== 'link.email',
	}));
	return { fields };
}

/** An item's fields, by the names that stand in the record. */
export type ReadColumns = (itemIndex: number) => IDataObject;

/** @throws NodeOperationError where the columns are to be defined below, and an item has none */
export function readColumns(context: IExecuteFunctions): ReadColumns {
	const items = context.getInputData();
	if (context.getNodeParameter('columns.mappingMode', 0, 'autoMapInputData') !== 'defineBelow') {
		return (itemIndex) => items[itemIndex].json;
	}
	return (itemIndex) => {
		// n8n's own validation shows values, loses digits of long numbers, and stops at the first bad item.
		const value = context.getNodeParameter('columns.value', itemIndex, {}, { skipValidation: true });
		if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) return value as IDataObject;
		const advice = 'Give at least one field a value, or set Columns to Map Automatically.';
		throw inputError(context.getNode(), itemIndex, 'No column has a value', advice);
	};
}
