import { csv, customerLine, hinted, line, upload } from '../case.mjs';
import { extractedCsv } from '../sources.mjs';

/** @typedef {import('../../suite/case.mjs').Case} Case */

const GRACE = { link: { email: 'grace@example.com' } };

/** What a shop system's customer becomes where its columns are mapped. */
const defined = (/** @type {Record<string, string>} */ value) => ({
	columns: {
		mappingMode: 'defineBelow',
		value,
		schema: Object.keys(value).map((id) => ({ id, displayName: id, type: 'string', required: false, display: true, defaultMatch: false })),
	},
});

const names = (/** @type {string[]} */ ...wanted) => (/** @type {Array<{ name: string }>} */ list) => list?.map(({ name }) => name).sort().join() === wanted.sort().join();

const SHOPIFY =
	'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address City,Default Address Zip,Phone,Total Spent,Total Orders,Note,Tax Exempt,Tags\n' +
	"7094271672522,Ada,Lovelace,ada@example.com,yes,,1 St James Sq,London,'SW1Y 4JH,'+61491570006,1234.50,7,\"Likes \"\"engines\"\",\nand tea\",no,\"vip, uk\"\n" +
	'7094271672523,Grace,Hopper,grace@example.com,no,,,,,,0.00,0,,no,\n';

/** @type {Case[]} */
export const programs = [
	csv({
		name: 'a data frame of pandas is read with its empty cells, floats and booleans',
		text: 'link.email,first_name,postcode,employee_flag,date_of_birth,custom_fields.score\nada@example.com,Ada,3000.0,True,1990-07-28,0.1\ngrace@example.com,,,False,,1e-05\n',
		lines: [
			customerLine({ first_name: 'Ada', postcode: '3000.0', employee_flag: true, date_of_birth: '1990-07-28', custom_fields: { score: '0.1' } }),
			line({ ...GRACE, employee_flag: false, custom_fields: { score: '1e-05' } }),
		],
	}),
	csv({
		name: 'its index without a name costs no record, and is not lost in silence',
		text: ',link.email,first_name\n0,ada@example.com,Ada\n1,grace@example.com,Grace\n',
		delivered: [{ records: { total: 2, valid: 2, unknownFields: [{ records: 2, name: /./ }] } }],
		lines: /"first_name":"Ada".*\n.*"first_name":"Grace"/,
	}),
	csv({
		name: 'its index that has been saved twice is an unknown field',
		text: 'Unnamed: 0,link.email,first_name\n0,ada@example.com,Ada\n1,grace@example.com,Grace\n',
		lines: ['{"Unnamed: 0":"0","link":{"email":"ada@example.com"},"first_name":"Ada"}', '{"Unnamed: 0":"1","link":{"email":"grace@example.com"},"first_name":"Grace"}'],
		records: { unknownFields: [{ name: 'Unnamed: 0', records: 2, suggestion: undefined }] },
		also: hinted('Unnamed: 0'),
	}),
	csv({
		name: 'its index can be dropped',
		conversion: { unknownFields: 'drop' },
		text: 'Unnamed: 0\tlink.email\tdate_of_birth\n0\tada@example.com\t1990-07-28 00:00:00\n1\tgrace@example.com\tNaT\n',
		lines: [customerLine({ date_of_birth: '1990-07-28' }), line(GRACE)],
		delivered: [{ records: { total: 2, valid: 2, unknownFields: [{ name: 'Unnamed: 0', records: 2 }] } }],
	}),
	csv({
		name: "Excel's CSV of a country with semicolons is read with its days and decimal commas",
		recordType: 'purchase',
		conversion: { dateOrder: 'dayFirst', numbers: '1.234,50', timezone: 'Europe/Berlin' },
		text: '\ufeffLink.Email;Purchase ID;Action At;Type;Products;Store.Name;Store.Type;Store.Location.Coordinate.Latitude;Store.Location.Coordinate.Longitude\r\nada@example.com;1001;31.01.2026 11:00;physical;"[{""price_paid"": ""1.299,00 €"", ""quantity"": 2}]";Mitte;physical;52,52;13,405\r\n',
		lines: [
			'{"link":{"email":"ada@example.com"},"purchase_id":"1001","action_at":"2026-01-31T10:00:00Z","type":"physical","products":[{"price_paid":1299,"quantity":2}],"store":{"name":"Mitte","type":"physical","location":{"coordinate":{"latitude":52.52,"longitude":13.405}}}}',
		],
	}),
	csv({
		name: 'and an ID that it has rounded is told there, too',
		text: 'Link.Customer ID;First Name\r\n7,09427E+12;Ada\r\n7094271672523;Grace\r\n',
		lines: [line({ link: { customer_id: '7,09427E+12' }, first_name: 'Ada' }), line({ link: { customer_id: '7094271672523' }, first_name: 'Grace' })],
		records: { notes: [{ field: 'link.customer_id', records: 1, rule: /spreadsheet/ }] },
	}),
	csv({
		name: "Excel's errors and empty formulas can stand for nothing",
		conversion: { emptyValues: '#N/A, #REF!, #VALUE!' },
		text: 'Link.Email,First Name,Last Name,Postcode\r\nada@example.com,#N/A,Lovelace,#REF!\r\ngrace@example.com,Grace,#VALUE!,\r\n',
		lines: [customerLine({ last_name: 'Lovelace' }), line({ ...GRACE, first_name: 'Grace' })],
	}),
	csv({
		name: "an export of SQL Server's Management Studio is read with its NULLs",
		conversion: { emptyValues: 'NULL' },
		bytes: Buffer.from('\ufefflink.email,first_name,date_of_birth,employee_flag\r\nada@example.com,NULL,1990-07-28 00:00:00.0000000,1\r\ngrace@example.com,Grace,NULL,0\r\n', 'utf16le'),
		lines: [customerLine({ date_of_birth: '1990-07-28', employee_flag: true }), line({ ...GRACE, first_name: 'Grace', employee_flag: false })],
	}),
	csv({
		name: "an export of MySQL is read with its tabs and its \\N",
		fileName: 'data-mysql.tsv',
		conversion: { emptyValues: '\\N' },
		text: 'link.email\tfirst_name\tdate_of_birth\nada@example.com\t\\N\t1990-07-28\ngrace@example.com\tGrace\t\\N\n',
		lines: [customerLine({ date_of_birth: '1990-07-28' }), line({ ...GRACE, first_name: 'Grace' })],
	}),
	csv({
		name: "Shopify's customers are read once their e-mail is named the link, and the rest is told",
		conversion: { unknownFields: 'customFields' },
		text: SHOPIFY.replace('Email,', 'Link.Email,').replace('Phone', 'Mobile'),
		delivered: [
			{
				records: {
					total: 2,
					valid: 2,
					unknownFields: names('Accepts Email Marketing', 'Default Address Address1', 'Default Address City', 'Default Address Zip', 'Note', 'Tags', 'Tax Exempt', 'Total Orders', 'Total Spent'),
				},
			},
		],
		lines: /^\{"customer_id":"7094271672522","first_name":"Ada","last_name":"Lovelace","link":\{"email":"ada@example\.com"\},"mobile":"61491570006","custom_fields":\{.*"Note":"Likes \\"engines\\",\\nand tea".*\}\}\n\{"customer_id":"7094271672523","first_name":"Grace",/,
	}),
	csv({
		name: 'as they are they have no link, which is said of every one',
		text: SHOPIFY,
		options: { invalidRecords: 'stop' },
		failed: [[0, /2 of 2 records are invalid.*link/]],
	}),
	upload({
		name: "Shopify's customers are mapped, as rows of n8n's Extract from File",
		rows: extractedCsv(SHOPIFY),
		lexer: defined({ 'link.email': '={{ $json.Email }}', customer_id: "={{ $json['Customer ID'] }}", first_name: "={{ $json['First Name'] }}", mobile: '={{ $json.Phone }}', 'custom_fields.spent': "={{ $json['Total Spent'] }}" }),
		lines: [
			customerLine({ customer_id: '7094271672522', first_name: 'Ada', mobile: '61491570006', custom_fields: { spent: '1234.50' } }),
			line({ ...GRACE, customer_id: '7094271672523', first_name: 'Grace', custom_fields: { spent: '0.00' } }),
		],
	}),
	csv({
		name: "Magento's customers are read with its names and its empty quotes",
		conversion: { unknownFields: 'drop', emptyValues: 'NULL' },
		text:
			'link.email,_website,_store,confirmation,created_at,created_in,dob,firstname,gender,group_id,lastname,password_hash\n' +
			'ada@example.com,base,default,,"2024-03-14 15:09:26","Default Store View",1990-07-28,Ada,Female,1,Lovelace,0123456789abcdef:salt:1\n' +
			'grace@example.com,base,default,,"2024-03-14 15:09:27","Default Store View",,Grace,,1,Hopper,\n',
		lines: [customerLine({ first_name: 'Ada', gender: 'Female', last_name: 'Lovelace' }), line({ ...GRACE, first_name: 'Grace', last_name: 'Hopper' })],
		records: { unknownFields: names('_website', '_store', 'created_at', 'created_in', 'dob', 'group_id', 'password_hash') },
	}),
	csv({
		name: "WooCommerce's products are read with what the record type has, and told what it has not",
		recordType: 'product',
		conversion: { unknownFields: 'drop' },
		text:
			'\ufeffProduct ID,Type,SKU,Name,Published,"Is featured?","Short description",Description,"In stock?",Stock,Price,Categories,Images\r\n' +
			'44,variable,"woo-vneck-tee","V-Neck T-Shirt",1,1,,"<p>Soft, and \\n ""warm""</p>",1,,18,"Clothing, Clothing > Tshirts",\r\n' +
			'45,variation,woo-hoodie-red,"Hoodie – Red",1,0,,,0,3,42.00,,\r\n',
		lines: [
			line({ product_id: '44', sku: 'woo-vneck-tee', name: 'V-Neck T-Shirt', description: '<p>Soft, and \\n "warm"</p>', price: 18 }),
			line({ product_id: '45', sku: 'woo-hoodie-red', name: 'Hoodie – Red', price: 42 }),
		],
		records: { unknownFields: names('Type', 'Published', 'Is featured?', 'In stock?', 'Stock', 'Categories') },
	}),
	csv({
		name: "WooCommerce's orders are read as purchases, day first or in ISO",
		recordType: 'purchase',
		text:
			'Purchase ID,Action At,Link.Email,Type,Currency,Products,Order Total\n' +
			'1042,"2026-01-31 10:00:00",ada@example.com,ecommerce,AUD,"[{""price_paid"":19.9,""quantity"":1}]",19.90\n' +
			'1043,"January 31, 2026 10:00 am",grace@example.com,ecommerce,AUD,"[{""price_paid"":5,""quantity"":2}]",10.00\n',
		lines: [
			'{"purchase_id":"1042","action_at":"2026-01-31T10:00:00Z","link":{"email":"ada@example.com"},"type":"ecommerce","currency":"AUD","products":[{"price_paid":19.9,"quantity":1}],"Order Total":"19.90"}',
			'{"purchase_id":"1043","action_at":"2026-01-31T10:00:00Z","link":{"email":"grace@example.com"},"type":"ecommerce","currency":"AUD","products":[{"price_paid":5,"quantity":2}],"Order Total":"10.00"}',
		],
		records: { unknownFields: [{ name: 'Order Total', records: 2 }] },
	}),
];
