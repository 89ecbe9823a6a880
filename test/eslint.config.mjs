import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const nodeGlobals = Object.fromEntries(
	[
		'AbortController', 'AbortSignal', 'Buffer', 'URL', 'URLSearchParams', '__dirname', 'clearInterval', 'clearTimeout',
		'console', 'exports', 'fetch', 'module', 'performance', 'process', 'require', 'setImmediate', 'setInterval',
		'setTimeout', 'structuredClone', 'TextDecoder', 'TextEncoder',
	].map((name) => [name, 'readonly']),
);

export default tseslint.config(
	js.configs.recommended,
	tseslint.configs.recommended,
	{ files: ['**/*.{js,cjs,mjs}'], languageOptions: { globals: nodeGlobals } },
	// What plain Node runs as it is, is CommonJS where n8n's engine and jest are.
	{ files: ['**/*.{js,cjs}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
