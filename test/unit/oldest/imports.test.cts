import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

/** The oldest n8n-workflow that the package supports; package.json names its version. */
import * as oldest from 'n8n-workflow-oldest';

const ROOT = resolve(__dirname, '../../..');

/** What a source takes from n8n-workflow when it runs: not its types. */
function runtimeImports(file: string): string[] {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
	return source.statements.filter(ts.isImportDeclaration).flatMap(({ importClause, moduleSpecifier }) => {
		const isOurs = ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === 'n8n-workflow';
		const named = importClause?.namedBindings;
		if (!isOurs || importClause?.isTypeOnly || named === undefined || !ts.isNamedImports(named)) return [];
		return named.elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name, propertyName }) => (propertyName ?? name).text);
	});
}

const sources = ['nodes', 'credentials'].flatMap((folder) =>
	readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
		.map((name) => join(folder, name)),
);

it('takes nothing from n8n-workflow at runtime that the oldest supported one does not have', () => {
	const taken = sources.flatMap((file) => runtimeImports(join(ROOT, file)).map((name) => `${name} (${file})`));
	expect(taken.length).toBeGreaterThan(5);
	expect(taken.filter((text) => !(text.split(' ')[0] in oldest))).toEqual([]);
});
