const { mkdir, readFile, writeFile } = require('node:fs/promises');
const { dirname, join, resolve } = require('node:path');
const esbuild = require('esbuild');

/** Where the sources, jest and the type check find the module; `.d.ts` beside it has its types. */
const GENERATED = resolve(__dirname, '../nodes/Lexer/records/convert/phones/phoneNumbers.generated.js');

/**
 * Bundles what is needed of libphonenumber-js, so that no dependency ships: its parser, and of its
 * metadata the patterns of all numbers and of mobile numbers. Without the patterns of mobile numbers
 * (in its `min` metadata) German numbers could be anything: 33 612 345678, a French mobile, would be
 * taken for one of them.
 *
 * @param {string[]} files where to write it; by default beside the sources, and to dist for the package
 */
async function writePhoneNumbers(
	files = [GENERATED, resolve(__dirname, '../dist/nodes/Lexer/records/convert/phones/phoneNumbers.generated.js')],
) {
	const library = dirname(require.resolve('libphonenumber-js/package.json'));
	const license = await readFile(join(library, 'LICENSE'), 'utf8');
	const { outputFiles } = await esbuild.build({
		entryPoints: [join(__dirname, 'phoneNumbersSource.js')],
		plugins: [mobileMetadata(join(library, 'metadata.mobile.json'))],
		bundle: true,
		write: false,
		format: 'cjs',
		target: 'es2022',
		minifySyntax: true,
		charset: 'utf8',
		banner: { js: `${banner(license)}` },
	});
	for (const file of files) {
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, outputFiles[0].text);
	}
}

/** How numbers are formatted is half of the metadata, and nothing here formats any. */
const FORMATS = 4;

function mobileMetadata(file) {
	return {
		name: 'mobile-metadata',
		setup(build) {
			build.onResolve({ filter: /^metadata:mobile$/ }, ({ path }) => ({ path, namespace: 'metadata' }));
			build.onLoad({ filter: /.*/, namespace: 'metadata' }, async () => {
				const metadata = JSON.parse(await readFile(file, 'utf8'));
				for (const plan of Object.values({ ...metadata.countries, ...metadata.nonGeographic })) plan[FORMATS] = 0;
				return { contents: JSON.stringify(metadata), loader: 'json' };
			});
		},
	};
}

function banner(license) {
	const lines = [
		'Bundled by gulp/phoneNumbers.js from libphonenumber-js, whose license follows; its metadata is that of',
		"Google's libphonenumber, licensed under the Apache License 2.0 (https://www.apache.org/licenses/LICENSE-2.0).",
		'',
		...license.trim().split('\n'),
	];
	return ['/*', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */'].join('\n');
}

module.exports = { writePhoneNumbers };
