import { setFlagsFromString } from 'node:v8';

import { objectMaker } from '../../../nodes/Lexer/records/objectMaker';

/** V8's own word on whether two objects share their hidden class. */
function sharesClass(): (one: object, other: object) => boolean {
	setFlagsFromString('--allow-natives-syntax');
	return new Function('one', 'other', 'return %HaveSameMap(one, other)') as (one: object, other: object) => boolean;
}

/** More first names than V8 remembers for objects of one kind. */
const NAMES = 2000;

test('an object is what {} makes', () => {
	const made = objectMaker()();
	expect(made).toStrictEqual({});
	expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
	expect(made.constructor).toBe(Object);
	made.name = 'value';
	expect(JSON.stringify(made)).toBe('{"name":"value"}');
});

test('objects of one maker share nothing', () => {
	const make = objectMaker();
	const one = make();
	one.name = 'value';
	expect(make()).toEqual({});
});

test('objects share their hidden class, also where {} has been given more first names than V8 remembers', () => {
	const isShared = sharesClass();
	const kept = Array.from({ length: NAMES }, (_, index) => withField({}, `name ${index}`));
	const make = objectMaker();

	expect(isShared(withField({}, 'another'), withField({}, 'another'))).toBe(false);
	expect(isShared(withField(make(), 'another'), withField(make(), 'another'))).toBe(true);
	expect(kept).toHaveLength(NAMES);
});

function withField(object: Record<string, unknown>, name: string) {
	object[name] = 1;
	return object;
}
