import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(__dirname, '../../../.github/workflows');
const workflows = readdirSync(folder).map((name) => [name, readFileSync(resolve(folder, name), 'utf8')] as const);

describe.each(workflows)('the workflow %s', (_, text) => {
	it('runs only actions that are pinned by hash, with the version beside it', () => {
		const uses = text.match(/uses: .+/g) ?? [];
		expect(uses.length).toBeGreaterThan(0);
		expect(uses.filter((use) => !/^uses: [\w-]+\/[\w-]+(\/[\w-]+)?@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(use))).toEqual([]);
	});

	it('may only read, unless a job says otherwise', () => {
		expect(text).toMatch(/^permissions:\n {2}contents: read\n\S/m);
	});

	it('names no registry of its own', () => {
		expect(text).not.toMatch(/registry[\w.-]*:\/\/|:\/\/registry\./);
	});

	it('keeps no secret', () => {
		expect(text).not.toMatch(/secrets\./);
	});
});

it('publishes only what a tag names and what the tests passed', () => {
	const text = readFileSync(resolve(folder, 'publish.yml'), 'utf8');
	expect(text).toMatch(/needs: test/);
	expect(text).toMatch(/GITHUB_REF_NAME" = "v\$\(node --print/);
	expect(text).toMatch(/registry=\$\(npm config get registry\)/);
	expect(text).toMatch(/registry-url: \$\{\{ steps\.npm\.outputs\.registry \}\}/);
});
