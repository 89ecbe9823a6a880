/** Lexer's record types, as its upload API and its datasets name them. */
export const RECORD_TYPES = [
	{ name: 'Customer Record', value: 'customer_record' },
	{ name: 'Email Bounce', value: 'email_bounce' },
	{ name: 'Email Click', value: 'email_click' },
	{ name: 'Email Open', value: 'email_open' },
	{ name: 'Email Send', value: 'email_send' },
	{ name: 'Email Subscribe', value: 'email_subscribe' },
	{ name: 'Product', value: 'product' },
	{ name: 'Purchase', value: 'purchase' },
	{ name: 'Return', value: 'return' },
	{ name: 'SMS Click', value: 'sms_click' },
	{ name: 'SMS Send', value: 'sms_send' },
	{ name: 'SMS Subscribe', value: 'sms_subscribe' },
];
