import { bytesOf } from './bytes';
import { decimalOfText } from '../exact/exactNumber';
import { longOf } from '../exact/longs';

type Fields = Record<string, unknown>;

/**
 * What MongoDB's extended JSON writes for types that JSON lacks, each under a name of its own; undefined
 * where it is not written as its specification says.
 */
const EXTENDED_JSON: Record<string, (value: unknown) => unknown> = {
	$oid: textOf,
	$uuid: textOf,
	$symbol: textOf,
	$numberInt: numberOf,
	$numberLong: numberOf,
	$numberDouble: numberOf,
	$numberDecimal: numberOf,
	$date: dateOf,
	$timestamp: timestampOf,
	$binary: binaryOfJson,
};

/** What an object of extended JSON stands for, or undefined. */
export function ofExtendedJson(object: Fields): unknown {
	const [name, ...others] = Object.keys(object);
	if (name === '$binary' && others.join() === '$type') return binaryOfJson({ base64: object.$binary, subType: object.$type });
	return others.length === 0 && Object.hasOwn(EXTENDED_JSON, name) ? EXTENDED_JSON[name](object[name]) : undefined;
}

/** What an object of MongoDB's driver stands for, or undefined; its own toJSON may say less. */
export function ofBson(object: Fields): unknown {
	switch (object._bsontype) {
		case 'Long':
			return longOf(object);
		case 'Decimal128':
			return numberOf(String(object));
		case 'Double':
		case 'Int32':
			return object.value;
		case 'ObjectId':
		case 'ObjectID':
			return typeof object.toHexString === 'function' ? textOf(object.toHexString()) : bufferOf(object.id)?.toString('hex');
		case 'Binary':
			return binaryOf(bufferOf(object.buffer), object.sub_type, object.position);
		case 'Timestamp':
			return secondsOf(object.high);
		case 'BSONSymbol':
		case 'Symbol':
			return textOf(object.value);
		default:
			return undefined;
	}
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

function numberOf(value: unknown): unknown {
	if (typeof value === 'number') return value;
	if (typeof value !== 'string') return undefined;
	return decimalOfText(value) ?? (/^(?:[+-]?Infinity|NaN)$/.test(value) ? Number(value) : undefined);
}

/** A text of ISO 8601, or milliseconds since 1970. */
function dateOf(value: unknown): unknown {
	if (typeof value === 'string') return value;
	const milliseconds = typeof value === 'object' && value !== null ? numberOf((value as Fields).$numberLong) : value;
	return typeof milliseconds === 'number' ? new Date(milliseconds) : undefined;
}

/** Of 64 bits, the upper half is seconds since 1970. */
function timestampOf(value: unknown): unknown {
	if (typeof value === 'string' && /^\d{1,20}$/.test(value)) return secondsOf(Number(BigInt(value) >> 32n));
	return typeof value === 'object' && value !== null ? secondsOf((value as Fields).t) : undefined;
}

function secondsOf(seconds: unknown): Date | undefined {
	return typeof seconds === 'number' ? new Date((seconds >>> 0) * 1000) : undefined;
}

function bufferOf(value: unknown): Buffer | undefined {
	const bytes = typeof value === 'object' && value !== null ? bytesOf(value) : undefined;
	return bytes && Buffer.from(bytes);
}

function binaryOfJson(value: unknown): unknown {
	const { base64, subType } = (value ?? {}) as Fields;
	return typeof base64 === 'string' ? binaryOf(Buffer.from(base64, 'base64'), parseInt(String(subType), 16)) : undefined;
}

/** BSON's subtype of UUIDs. Those of subtype 3 have their bytes in an order that each driver had for itself. */
const UUID = 4;

/** @param length how much of the bytes is used */
function binaryOf(buffer: Buffer | undefined, subType: unknown, length?: unknown): unknown {
	const bytes = buffer?.subarray(0, typeof length === 'number' ? length : undefined);
	if (subType !== UUID || bytes?.length !== 16) return bytes;
	return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
