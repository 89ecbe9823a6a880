import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
// As the pages write them, also on Windows.
import { dirname, join } from 'node:path/posix';

const root = resolve(__dirname, '../../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as { name: string; version: string; scripts: Record<string, string> };

const pagesIn = (folder: string) => readdirSync(join(root, folder)).filter((name) => name.endsWith('.md')).map((name) => join(folder, name));
const PAGES = ['.', 'docs', 'examples'].flatMap(pagesIn);

/** As GitHub makes the anchors of headings. */
const anchorOf = (heading: string) => heading.toLowerCase().replaceAll(/[^\w\s-]/g, '').trim().replaceAll(/\s/g, '-');
const anchorsOf = (text: string) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading));

describe.each(PAGES)('the page %s', (page) => {
	const text = read(page);

	it('leads to pages and sections that there are', () => {
		const links = [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)];
		const broken = links.filter(([, file, anchor]) => {
			const target = file === '' ? page : join(dirname(page), file);
			if (!existsSync(join(root, target))) return true;
			return anchor !== undefined && !anchorsOf(read(target)).includes(anchor);
		});
		expect(broken.map(([link]) => link)).toEqual([]);
	});

	it('names only commands that there are', () => {
		const names = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
		expect(names.filter((name) => manifest.scripts[name] === undefined)).toEqual([]);
	});

	it('names only suites that there are', () => {
		const called = [...text.matchAll(/npm run test:(e2e|editor) -- ([a-z][a-z ]*)/g)];
		const suites = called.flatMap(([, folder, words]) => words.trim().split(' ').map((word) => [folder, word]));
		const isThere = ([folder, word]: string[]) => readdirSync(join(root, 'test', folder)).some((name) => name === word || name === `${word}.test.mjs`);
		expect(suites.filter((suite) => !isThere(suite))).toEqual([]);
	});

	it('names only tests that there are', () => {
		const files = [...text.matchAll(/`(test\/[\w/]+\.test\.cts)`/g)].map(([, file]) => file);
		const suites = [...text.matchAll(/`npx jest (test\/[\w/]+)/g)].map(([, suite]) => suite);
		expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
		expect(suites.filter((suite) => !existsSync(join(root, suite)) && !existsSync(join(root, `${suite}.test.cts`)))).toEqual([]);
	});
});

describe('the pictures', () => {
	const folder = 'docs/images';
	const pictures = readdirSync(join(root, folder));
	const shown = PAGES.flatMap((page) => [...read(page).matchAll(/(?:src|srcset)="([^"]+)"|!\[[^\]]*\]\(([^)]+)\)/g)].map(([, html, markdown]) => join(dirname(page), html ?? markdown)));

	it('are there, and none that no page shows', () => {
		const ours = shown.filter((file) => file.startsWith(folder));
		expect([...new Set(ours)].sort()).toEqual(pictures.map((name) => join(folder, name)).sort());
	});

	it('are small', () => {
		const sizes = pictures.map((name) => statSync(join(root, folder, name)).size);
		expect(sizes.filter((size) => size > 150_000)).toEqual([]);
		expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(1_500_000);
	});
});

describe('README', () => {
	const text = read('README.md');

	it.each(readdirSync(join(root, 'docs')).filter((name) => /\.(md|json)$/.test(name)))('leads to docs/%s', (name) => {
		expect(text).toContain(`](docs/${name}`);
	});

	it('names the tarball as npm pack does', () => {
		const names = new Set(text.match(/n8n-nodes-lexer-[\w.]+\.tgz/g));
		expect([...names]).toEqual([`${manifest.name}-${manifest.version}.tgz`]);
	});

	it("has n8n's sections in n8n's order", () => {
		const wanted = ['Installation', 'Operations', 'Credentials', 'Compatibility', 'Usage', 'Resources', 'Version history'];
		const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
		expect(headings.filter((heading) => wanted.includes(heading))).toEqual(wanted);
	});

	it('helps with what the node really says', () => {
		const sources = allFiles(join(root, 'nodes/Lexer')).map((file) => readFileSync(file, 'utf8')).join('\n').replaceAll(/\$\{[^}]*\}/g, 'data').replaceAll("' + '", '');
		const table = text.slice(text.indexOf('## Troubleshooting'), text.indexOf('[The errors of uploads]'));
		const quotes = [...table.matchAll(/^\| (".+?") \|/gm)].flatMap(([, cell]) => [...cell.matchAll(/"([^"]+)"/g)].map(([, words]) => words));
		expect(quotes.length).toBeGreaterThan(5);
		// A path before a rule, and what follows a name.
		const said = quotes.map((words) => words.replace(/ …$/, '').replace(/^link /, ''));
		expect(said.filter((words) => !sources.includes(words.replace('does not have the field', 'does not have the')))).toEqual([]);
	});
});

describe('docs/claims.md', () => {
	/** As it reads, without links and line ends. */
	const plain = (text: string) => text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/\s+/g, ' ');
	const readme = read('README.md');
	const [quoted] = read('docs/claims.md').split('| what the other pages');
	const claims = [...quoted.matchAll(/^\| (.+?) \| (.+) \|$/gm)].slice(1).map(([, words]) => words);

	it('names only parts of suites and sections of the bench that there are', () => {
		const text = read('docs/claims.md');
		const parts = [...text.matchAll(/-- outcomes` \(([a-z, ]+)\)/g)].flatMap(([, names]) => names.split(', '));
		const sections = [...text.matchAll(/--section (\w+)/g)].map(([, name]) => name);
		expect([parts.length > 1, sections.length > 1]).toEqual([true, true]);
		expect(parts.filter((name) => !existsSync(join(root, `test/e2e/outcomes/table/${name}.mjs`)))).toEqual([]);
		const bench = readdirSync(join(root, 'test/bench')).map((name) => read(`test/bench/${name}`)).join('\n');
		expect(sections.filter((name) => !bench.includes(`'${name}'`))).toEqual([]);
	});

	it("quotes README's own words", () => {
		expect(claims.length).toBeGreaterThan(20);
		expect(claims.filter((words) => !plain(readme).includes(plain(words)))).toEqual([]);
	});

	const list = readme.slice(readme.indexOf('## What it does'), readme.indexOf('## Installation'));
	it.each(list.split(/^- /m).slice(1).map((promise) => plain(promise).split(/;|\. /)[0]))('proves that the node %s', (promise) => {
		expect(claims.filter((words) => promise.includes(plain(words)))).not.toEqual([]);
	});
});

it('ARCHITECTURE shows every room', () => {
	const text = read('ARCHITECTURE.md');
	const rooms = readdirSync(join(root, 'nodes/Lexer')).filter((name) => statSync(join(root, 'nodes/Lexer', name)).isDirectory());
	for (const room of rooms) expect(text).toContain(`| \`${room}/\` |`);
});

function allFiles(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const file = join(folder, entry.name);
		if (entry.isDirectory()) return allFiles(file);
		return file.endsWith('.ts') ? [file] : [];
	});
}
