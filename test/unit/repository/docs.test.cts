import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { pages } from '../../../gulp/docs.js';

const folder = resolve(__dirname, '../../../docs');
const MADE = ['errors.md', 'record-types.md'];

it('are made of the code: these pages, and no others', async () => {
	expect(Object.keys(await pages()).sort()).toEqual(MADE);
});

// Where this fails, something that they tell has changed: "npm run docs" writes them anew.
it.each(MADE)('docs/%s says what the code says', async (name) => {
	expect(readFileSync(resolve(folder, name), 'utf8')).toBe((await pages())[name]);
});

it('tells every record type, and what each needs', async () => {
	const text = (await pages())['record-types.md'];
	expect(text.match(/^## .+ \(`[a-z_]+`\)$/gm)).toHaveLength(12);
	expect(text).toContain('| `products[].quantity` | whole number | yes | at least 1 |');
	expect(text).toContain('| `store.name` | text | with `store` |  |');
	expect(text).not.toMatch(/undefined|\[object|\| any \|/);
});
