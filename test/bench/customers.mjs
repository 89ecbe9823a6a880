import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

/** Customers that nobody is, 14 columns and about 370 bytes of NDJSON each. */

/** @param {number} i @returns {Record<string, string | boolean>} by column; the code goes into n8n as it stands */
function customer(i) {
	return {
		'link.email': `customer${i}@example.com`,
		customer_id: `C-${1000000 + i}`,
		email: `customer${i}@example.com`,
		first_name: `First${i % 977}`,
		last_name: `Last${i % 3571}`,
		gender: i % 2 ? 'female' : 'male',
		date_of_birth: `19${50 + (i % 50)}-0${1 + (i % 9)}-1${i % 10}`,
		mobile: `+614${String(100000000 + i).slice(1)}`,
		address_1: `${i % 300} Example Street`,
		city: 'Melbourne',
		state: 'VIC',
		postcode: String(3000 + (i % 900)),
		country: 'AU',
		employee_flag: i % 100 === 0,
	};
}

/** @param {number} count @returns {string} code for a node that gives out the customers as items */
export function codeOfItems(count) {
	return `${customer.toString()}\nreturn Array.from({ length: ${count} }, (_, i) => ({ json: customer(i) }));`;
}

/** @param {number} count @returns {string} code for a node that gives out lines of orders, of which three in ten begin one */
export function codeOfOrderLines(count) {
	return `${orderLine.toString()}\nreturn Array.from({ length: ${count} }, (_, i) => ({ json: orderLine(i, ${Math.ceil(count * 0.3)}) }));`;
}

/** @param {number} i @param {number} orders @returns {Record<string, string | number>} by column; likewise */
function orderLine(i, orders) {
	const order = i % orders;
	return {
		purchase_id: order,
		'link.email': `customer${order}@example.com`,
		action_at: '2026-01-31T10:00:00.000Z',
		type: 'ecommerce',
		currency: 'AUD',
		'store.name': 'Web',
		'store.type': 'ecommerce',
		'custom_fields.campaign': `C-${order % 7}`,
		'products[].product_reference.id': `SKU-${i % 5000}`,
		'products[].product_reference.id_type': 'sku',
		'products[].quantity': 1 + (i % 5),
		'products[].price_paid': `${i % 300}.90`,
		'products[].full_price': `${1 + (i % 300)}.90`,
		'products[].discount': '1.00',
	};
}

/**
 * @param {string} folder
 * @param {number} count
 * @returns {Promise<string>} an NDJSON file of them
 */
export async function writeNdjson(folder, count) {
	return await writeLines(path.join(folder, 'customers.ndjson'), count, lineOf);
}

/**
 * @param {string} folder
 * @param {number} count
 * @returns {Promise<string>} an NDJSON file of them, in which every tenth is the one before it again
 */
export async function writeDuplicates(folder, count) {
	return await writeLines(path.join(folder, 'duplicates.ndjson'), count, (i) => lineOf(i % 10 === 9 ? i - 1 : i));
}

/** @param {number} i */
function lineOf(i) {
	const { 'link.email': email, ...fields } = customer(i);
	return JSON.stringify({ link: { email }, ...fields });
}

/**
 * @param {string} folder
 * @param {number} count
 * @returns {Promise<string>} a CSV file of them
 */
export async function writeCsv(folder, count) {
	const file = path.join(folder, 'customers.csv');
	return await writeLines(file, count, (i) => Object.values(customer(i)).join(','), Object.keys(customer(0)).join(','));
}

/**
 * @param {string} file
 * @param {number} count
 * @param {(index: number) => string} lineOf
 * @param {string} [header]
 */
async function writeLines(file, count, lineOf, header) {
	await mkdir(path.dirname(file), { recursive: true });
	const stream = createWriteStream(file);
	let text = header === undefined ? '' : `${header}\n`;
	for (let index = 0; index < count; index++) {
		text += `${lineOf(index)}\n`;
		if (text.length < 2 ** 20) continue;
		if (!stream.write(text)) await once(stream, 'drain');
		text = '';
	}
	stream.end(text);
	await once(stream, 'close');
	return file;
}
