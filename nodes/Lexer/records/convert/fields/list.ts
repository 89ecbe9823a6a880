import type { ConversionOptions, ConvertField } from '../conversion';
import { isBlank } from '../emptyValues';
import { isFull, refuse } from '../findings';
import { freeConverter, MAX_VALUES } from '../values/free';
import { fromJson } from '../exact/json';
import { unwrap } from '../values/unwrap';

/** How to convert a list of values, or the JSON of one; what is no list is left to the check. */
export function listConverter(convertItem: ConvertField, options: ConversionOptions): ConvertField {
	const convertOther = freeConverter(options);
	return (value, path, findings) => {
		const list = listOf(value);
		if (!Array.isArray(list)) return isBlank(list) ? undefined : convertOther(list, path, findings);
		if (list.length > MAX_VALUES) return refuse(findings, path, `must not have more than ${MAX_VALUES} items`);
		const copy: unknown[] = [];
		for (let index = 0; index < list.length && !isFull(findings); index++) {
			const item: unknown = list[index];
			// An item that has nothing to send stays: the others keep their places, and the check sees it.
			copy.push(convertItem(item, `${path}[${index}]`, findings) ?? emptyItem(item));
		}
		return copy;
	};
}

function listOf(value: unknown): unknown {
	if (typeof value === 'string') return fromJson(value, '[');
	return typeof value === 'object' && value !== null ? unwrap(value) : value;
}

function emptyItem(item: unknown): unknown {
	if (item === '') return '';
	return typeof item === 'object' && item !== null ? {} : null;
}
