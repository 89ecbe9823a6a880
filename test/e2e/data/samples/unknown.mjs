import { ADA, check, counted, csv, customer, customerLine, hinted, line, upload } from '../case.mjs';

/** @typedef {import('../../suite/case.mjs').Case} Case */

const PURCHASE = { 'link.email': ADA, action_at: '2026-01-31T10:00:00Z', type: 'physical', purchase_id: '1' };
const MANY = Array.from({ length: 60 }, (_, index) => [`col_${String(index).padStart(2, '0')}_x`, 1]);

/** @type {Case[]} */
export const unknown = [
	upload({
		name: 'unknown fields are counted by name where they have a value, with the field that was meant',
		rows: [customer({ frist_name: 'Ada', loyalty_programme: 'gold' }), customer({ frist_name: null, loyalty_programme: 'silver' }), customer({ frist_name: '', loyalty_programme: 'none' })],
		lines: [
			customerLine({ frist_name: 'Ada', loyalty_programme: 'gold' }),
			customerLine({ loyalty_programme: 'silver' }),
			customerLine({ loyalty_programme: 'none' }),
		],
		delivered: [
			{
				records: counted({
					total: 3,
					unknownFields: (/** @type {Array<{ name: string, records: number, suggestion?: string }>} */ list) =>
						JSON.stringify([...(list ?? [])].sort((one, other) => one.name.localeCompare(other.name))) ===
						JSON.stringify([{ name: 'frist_name', records: 1, suggestion: 'first_name' }, { name: 'loyalty_programme', records: 3 }]),
				}),
			},
		],
		also: hinted('frist_name', 'first_name'),
	}),
	upload({
		name: 'a link that is no link is told from a field that may be meant',
		rows: [{ 'link.customer_id': 'C-1', LINK_EMIAL: ADA, 'E-mail': ADA }],
		lines: [line({ link: { customer_id: 'C-1' }, LINK_EMIAL: ADA, email: ADA })],
		records: { unknownFields: [{ name: 'LINK_EMIAL', records: 1, suggestion: 'link.email' }] },
	}),
	upload({
		name: 'unknown fields move under custom_fields, beside those that are there',
		conversion: { unknownFields: 'customFields' },
		rows: [customer({ 'custom_fields.tier': 'gold', 'Favourite Colour': 'teal', spend: 12.5, Tags: ['a', 'b'] }), customer({ 'Favourite Colour': 'red' })],
		lines: [
			customerLine({ custom_fields: { tier: 'gold', 'Favourite Colour': 'teal', spend: 12.5, Tags: ['a', 'b'] } }),
			customerLine({ custom_fields: { 'Favourite Colour': 'red' } }),
		],
		delivered: [{ records: { total: 2, valid: 2 } }],
	}),
	upload({
		name: 'one that custom_fields has already is refused',
		conversion: { unknownFields: 'customFields' },
		rows: [customer({ 'custom_fields.tier': 'golden', tier: 'silver' })],
		failed: [[0, /tier/]],
	}),
	upload({
		name: 'where a record type has no custom_fields, that is said',
		recordType: 'email_open',
		conversion: { unknownFields: 'customFields' },
		rows: [customer({ action_at: '2026-01-31T10:00:00Z', email_id: 'e1', device: 'mobile phone' })],
		failed: [[0, /custom_fields/]],
	}),
	upload({
		name: 'dropped fields do not arrive, and are told',
		conversion: { unknownFields: 'drop' },
		rows: [customer({ internal_note: 'not for Lexer', first_name: 'Ada' }), customer({ first_name: 'Grace' })],
		lines: [customerLine({ first_name: 'Ada' }), customerLine({ first_name: 'Grace' })],
		records: { unknownFields: [{ name: 'internal_note', records: 1 }] },
	}),
	upload({
		name: 'a record with an unknown field is invalid where they stop',
		conversion: { unknownFields: 'stop' },
		rows: [customer({ first_name: 'Ada' }), customer({ lastname_x: 'Hopper-Murray' }), customer({ lastname_x: '' })],
		lines: [customerLine({ first_name: 'Ada' }), customerLine({})],
		failed: [[1, /lastname_x/]],
		delivered: [{ records: { total: 3, valid: 2, invalid: 1 } }],
	}),
	upload({
		name: 'of more than fifty unknown fields, fifty are told',
		rows: [customer(Object.fromEntries(MANY))],
		lines: [customerLine(Object.fromEntries(MANY))],
		records: { unknownFields: (/** @type {unknown[]} */ list) => list?.length === 50 },
	}),
	upload({
		name: 'misspelt parts of objects and lists are told with their place',
		recordType: 'purchase',
		rows: [{ ...PURCHASE, products: [{ price_paid: 1, quantity: 1, dicsount: 2 }, { price_paid: 1, quantity: 1, dicsount: 3 }], 'store.type': 'physical', 'store.name': 'Web', 'store.store_di': 's1' }],
		delivered: [
			{
				records: {
					valid: 1,
					unknownFields: [
						{ name: /^products.*dicsount$/, records: 1, suggestion: /discount$/ },
						{ name: 'store.store_di', records: 1, suggestion: 'store.store_id' },
					],
				},
			},
		],
	}),
	csv({
		name: 'unknown columns of a file are told, and the hint names them',
		text: 'link.email,fist_name,Accepts Marketing\nada@example.com,Ada,yes\ngrace@example.com,,no\n',
		lines: [customerLine({ fist_name: 'Ada', 'Accepts Marketing': 'yes' }), line({ link: { email: 'grace@example.com' }, 'Accepts Marketing': 'no' })],
		delivered: [
			{
				records: {
					unknownFields: (/** @type {Array<{ name: string }>} */ list) => list?.map(({ name }) => name).sort().join() === 'Accepts Marketing,fist_name',
				},
			},
		],
		also: hinted('fist_name', 'first_name'),
	}),
	check({
		name: 'a check reports them too',
		rows: [customer({ frist_name: 'Ada' }), customer({ frist_name: 'Grace' }), customer({ first_name: 'Alan' })],
		report: { total: 3, unknownFields: [{ name: 'frist_name', records: 2, suggestion: 'first_name' }] },
	}),
];
