import common from '../schemas/common.json';
import customerRecord from '../schemas/customer_record.json';
import emailBounce from '../schemas/email_bounce.json';
import emailClick from '../schemas/email_click.json';
import emailOpen from '../schemas/email_open.json';
import emailSend from '../schemas/email_send.json';
import emailSubscribe from '../schemas/email_subscribe.json';
import product from '../schemas/product.json';
import purchase from '../schemas/purchase.json';
import returned from '../schemas/return.json';
import smsClick from '../schemas/sms_click.json';
import smsSend from '../schemas/sms_send.json';
import smsSubscribe from '../schemas/sms_subscribe.json';
import type { RecordType } from './recordTypes';

/** The keywords of JSON Schema that the schemas in ../schemas use to say what a field is. */
export interface Schema {
	$ref?: string;
	title?: string;
	description?: string;
	type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
	format?: string;
	enum?: string[];
	anyOf?: Schema[];
	required?: string[];
	properties?: Record<string, Schema>;
	additionalProperties?: boolean | Schema;
	items?: Schema;
	/** A text of ours: trimmed and lower-cased before it is sent. */
	trimmedLowerCase?: boolean;
	/** A mobile number: country code and digits only. */
	mobileNumber?: boolean;
	/** A hash in hexadecimal, of so many bytes. */
	hashBytes?: number;
}

export const SCHEMAS = {
	customer_record: customerRecord,
	email_bounce: emailBounce,
	email_click: emailClick,
	email_open: emailOpen,
	email_send: emailSend,
	email_subscribe: emailSubscribe,
	product,
	purchase,
	return: returned,
	sms_click: smsClick,
	sms_send: smsSend,
	sms_subscribe: smsSubscribe,
} as Record<RecordType, Schema>;

const DEFINITIONS = common.definitions as Record<string, Schema>;

/** The schema that `$ref` points to, with the keywords beside the `$ref` over it. */
export function dereference(schema: Schema): Schema {
	const { $ref, ...beside } = schema;
	if ($ref === undefined) return schema;
	return { ...dereference(DEFINITIONS[$ref.slice($ref.lastIndexOf('/') + 1)]), ...beside };
}

/**
 * What a schema says of an object, itself and not by reference; alternatives as one object with the
 * fields of all, each as the first to name it describes it.
 */
export function wholeSchema(schema: Schema): Schema {
	const { anyOf, ...whole } = dereference(schema);
	if (anyOf === undefined) return whole;
	const properties: Record<string, Schema> = {};
	for (const alternative of anyOf) {
		for (const [name, property] of Object.entries(dereference(alternative).properties ?? {})) properties[name] ??= property;
	}
	return { ...whole, type: 'object', properties };
}

/** Every field name that any schema knows. */
export const FIELD_NAMES: ReadonlySet<string> = new Set([...Object.values(SCHEMAS), ...Object.values(DEFINITIONS)].flatMap(fieldNames));

function fieldNames({ properties, items }: Schema): string[] {
	const parts = [...Object.values(properties ?? {}), ...(items ? [items] : [])];
	return [...Object.keys(properties ?? {}), ...parts.flatMap(fieldNames)];
}
