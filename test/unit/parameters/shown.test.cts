import { type INode, type INodeParameters, type INodeProperties, NodeHelpers } from 'n8n-workflow';

import { Lexer } from '../../../nodes/Lexer/Lexer.node';

const { description } = new Lexer();
const UPLOAD = { resource: 'file', operation: 'upload', destination: 'team' };

const nodeWith = (parameters: INodeParameters): INode => ({ id: '1', name: 'Lexer', type: 'lexer', typeVersion: 1, position: [0, 0], parameters });

/** As the editor decides: with all that is set in sight. */
function shownInEditor(name: string, parameters: INodeParameters): INodeProperties[] {
	return description.properties.filter((field) => field.name === name && NodeHelpers.displayParameter(parameters, field, nodeWith(parameters), description));
}

/** What n8n's engine leaves of a saved node's parameters. */
function keptByEngine(parameters: INodeParameters): INodeParameters | null {
	return NodeHelpers.getNodeParameters(description.properties, parameters, true, false, nodeWith(parameters), description);
}

describe('of File > Upload to the team', () => {
	it.each(['recordType', 'conversion'])('%s is not shown where nothing looks at records', (name) => {
		expect(shownInEditor(name, { ...UPLOAD, options: {} })).toEqual([]);
		expect(shownInEditor(name, { ...UPLOAD, options: { concurrency: 2, invalidRecords: 'off', convertCsv: false } })).toEqual([]);
	});

	const looking = [{ convertCsv: true }, { convertCsv: '={{ $json.convert }}' }, { invalidRecords: 'skip' }, { convertCsv: true, invalidRecords: 'stop' }, { convertCsv: '={{ $json.convert }}', invalidRecords: 'skip' }];
	it.each(['recordType', 'conversion'].flatMap((name) => looking.map((options) => [name, options] as const)))('%s is shown once with %j', (name, options) => {
		expect(shownInEditor(name, { ...UPLOAD, options, conversion: { hashEmails: true } })).toHaveLength(1);
	});

	it('Hash Emails is shown where it is set, so that it can be taken off', () => {
		expect(shownInEditor('conversion', { ...UPLOAD, options: {}, conversion: { hashEmails: true } })).toHaveLength(1);
	});

	it.each(looking)('the engine keeps what was set with %j', (options) => {
		const parameters = { ...UPLOAD, options, recordType: 'purchase', conversion: { dateOrder: 'dayFirst' } };
		expect(keptByEngine(parameters)).toMatchObject(parameters);
	});
});

it.each(['dataset', '={{ $json.to }}'])('a destination of %s has one record type', (destination) => {
	for (const options of [{}, { convertCsv: true }, { convertCsv: true, invalidRecords: 'skip' }]) {
		const parameters = { ...UPLOAD, destination, options, recordType: 'purchase' };
		expect(shownInEditor('recordType', parameters)).toHaveLength(1);
		expect(keptByEngine(parameters)).toMatchObject({ recordType: 'purchase' });
	}
});
