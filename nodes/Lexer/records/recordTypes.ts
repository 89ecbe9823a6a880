/** Lexer's record types, as its upload API names them. */
export type RecordType =
	| 'customer_record'
	| 'email_bounce'
	| 'email_click'
	| 'email_open'
	| 'email_send'
	| 'email_subscribe'
	| 'product'
	| 'purchase'
	| 'return'
	| 'sms_click'
	| 'sms_send'
	| 'sms_subscribe';

/** Whose verdict a check gives: that of Lexer's upload tool, or that of Lexer's JSON Schemas. */
export type Rules = 'uploadTool' | 'jsonSchema';
