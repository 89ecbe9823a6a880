import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { itemsNode } from '../suite/branches.mjs';
import { ensureRuntime } from '../runtime.mjs';

/** Nodes that give rows as databases and spreadsheets give them. */

/** @typedef {import('../workflows.mjs').WorkflowNode} WorkflowNode */

/** Where n8n finds the node that plays the databases which are not at hand. */
export const DRIVER_ROWS = fileURLToPath(new URL('driverRows', import.meta.url));

/**
 * The Snowflake node's rows.
 * @param {Array<[string, string, number?]>} columns names with Snowflake's types and scales
 * @param {Array<Array<string | null>>} rows as the server sends them
 * @param {number} [version] of the node: before 1.1 it gives dates as the driver makes them
 */
export function snowflake(columns, rows, version = 1.1) {
	return driverRows('snowflake', { columns, rows, version });
}

/**
 * The BigQuery node's rows.
 * @param {Array<Record<string, unknown>>} fields of the schema
 * @param {unknown[][]} rows values as the service's API answers them
 * @param {number} [version] of the node: from 2.1 on it gives timestamps in n8n's time zone
 */
export function bigQuery(fields, rows, version = 2) {
	return driverRows('bigQuery', { fields, rows: rows.map(cells), version });
}

/**
 * A record of BigQuery's answers.
 * @param {unknown[]} values
 */
export function cells(values) {
	return { f: values.map((v) => ({ v })) };
}

/**
 * Rows of values that JSON does not have, as SQL Server's and other drivers give them.
 * @param {string} code JavaScript that returns the rows; it has `luxon`
 */
export function driverValues(code) {
	return driverRows('values', { code });
}

/**
 * @param {string} shape
 * @param {object} given
 * @returns {WorkflowNode}
 */
function driverRows(shape, given) {
	return {
		name: 'Driver Rows',
		type: 'CUSTOM.driverRows',
		typeVersion: 1,
		position: [0, 0],
		parameters: { shape, given: JSON.stringify(given) },
	};
}

const { modules } = await ensureRuntime();
const xlsx = createRequire(path.join(modules, 'n8n-nodes-base', 'package.json'))('@e965/xlsx');

/**
 * An Excel workbook, and the node that makes rows of it.
 * @param {unknown[][]} table rows of cells; a Date is a cell with a date's format
 * @param {import('../suite/case.mjs').Json} [options] of Extract from File
 * @returns {WorkflowNode[]}
 */
export function excel(table, options = {}) {
	const workbook = { SheetNames: ['Sheet1'], Sheets: { Sheet1: xlsx.utils.aoa_to_sheet(table, { UTC: true }) } };
	const base64 = xlsx.write(workbook, { bookType: 'xlsx', type: 'base64' });
	return [fileNode('book.xlsx', { base64, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }), extract('xlsx', options)];
}

/**
 * A CSV file, and the node that makes rows of it.
 * @param {string} text
 * @param {import('../suite/case.mjs').Json} [options] of Extract from File
 * @returns {WorkflowNode[]}
 */
export function extractedCsv(text, options = {}) {
	return [fileNode('table.csv', { text }), extract('csv', options)];
}

/**
 * @param {string} name
 * @param {Partial<import('../suite/case.mjs').InputFile>} file
 */
function fileNode(name, file) {
	return itemsNode([{ files: { data: { name, ...file } } }]);
}

/**
 * @param {string} operation
 * @param {import('../suite/case.mjs').Json} options
 * @returns {WorkflowNode}
 */
function extract(operation, options) {
	return {
		name: 'Extract from File',
		type: 'n8n-nodes-base.extractFromFile',
		typeVersion: 1.1,
		position: [0, 0],
		parameters: { operation, options },
	};
}
