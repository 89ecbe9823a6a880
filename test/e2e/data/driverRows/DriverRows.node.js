/**
 * A node for the tests alone: it gives rows as the nodes of databases do that are not at hand here, made
 * by the code of n8n and of the drivers themselves from what the servers send. A Code node cannot: what
 * it returns passes through JSON, and a Date is a text after that.
 */

const { createRequire } = require('node:module');

/** Finds drivers as n8n's own nodes find them. */
const fromNodes = createRequire(createRequire(require.main.filename).resolve('n8n-nodes-base/package.json'));

/** Of a Snowflake session whose user has changed nothing. */
const SESSION = {
	DATE_OUTPUT_FORMAT: 'YYYY-MM-DD',
	TIME_OUTPUT_FORMAT: 'HH24:MI:SS',
	TIMESTAMP_OUTPUT_FORMAT: 'YYYY-MM-DD HH24:MI:SS.FF3 TZHTZM',
	TIMESTAMP_NTZ_OUTPUT_FORMAT: 'YYYY-MM-DD HH24:MI:SS.FF3',
	BINARY_OUTPUT_FORMAT: 'HEX',
	TIMEZONE: 'America/Los_Angeles',
};

const SHAPES = {
	/**
	 * Rows of the Snowflake node: in version 1 with the driver's own dates, from 1.1 on with texts of them.
	 * `columns` are names with types and scales, `rows` what the server sends: a text for everything.
	 */
	snowflake({ columns, rows, version }) {
		const Column = fromNodes('snowflake-sdk/dist/lib/connection/result/column');
		const made = columns.map(([name, type, scale = 0], index) => {
			const columnMetadata = { name, type, scale, precision: 38, nullable: true };
			const report = { onPrecisionLoss() {}, onNonJsonCompliantVariant() {} };
			return new Column({ columnMetadata, index, statementParameters: SESSION, resultVersion: '1', ...report });
		});
		return rows.map((values) => {
			const row = { values: [...values], _arrayProcessedColumns: [] };
			const valueOf = (column) =>
				version > 1 && (column.isDate() || column.isTimestamp()) ? column._getRowValueAsString(row) : column._getRowValue(row);
			return Object.fromEntries(made.map((column) => [column.getName(), values[column.getIndex()] === null ? null : valueOf(column)]));
		});
	},

	/** Rows of the BigQuery node with Simplify on; `fields` and `rows` as the service's API answers them. */
	bigQuery({ fields, rows, version }) {
		const { simplify } = fromNodes('n8n-nodes-base/dist/nodes/Google/BigQuery/v2/helpers/utils');
		return simplify(rows, fields, false, version >= 2.1);
	},

	/** Whatever the JavaScript gives: values of JavaScript itself, of Luxon and of drivers. */
	values({ code }) {
		return new Function('luxon', code)(fromNodes('luxon'));
	},
};

class DriverRows {
	constructor() {
		this.description = {
			displayName: 'Driver Rows',
			name: 'driverRows',
			group: ['input'],
			version: 1,
			description: 'Gives rows as drivers do',
			defaults: { name: 'Driver Rows' },
			inputs: ['main'],
			outputs: ['main'],
			properties: [
				{ displayName: 'Shape', name: 'shape', type: 'string', default: '' },
				{ displayName: 'Given', name: 'given', type: 'string', default: '{}' },
			],
		};
	}

	async execute() {
		const shape = SHAPES[this.getNodeParameter('shape', 0)];
		return [shape(JSON.parse(this.getNodeParameter('given', 0))).map((json) => ({ json }))];
	}
}

module.exports = { DriverRows };
