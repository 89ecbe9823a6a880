// Which folder of nodes/Lexer may import which: each only those that come after it here, and none
// beside it in its line. It is a config of its own because n8n's strict mode wants the package's to
// be n8n's and nothing else.
import tseslint from 'typescript-eslint';

const ROOMS = [['actions'], ['delivery'], ['preparation'], ['parameters'], ['outcomes'], ['transport'], ['source', 'records'], ['timing']];

/** The same within records/convert: records are assembled of fields, these of values, these of what they are written as. */
const ROOMS_OF_CONVERT = [['assembly'], ['fields'], ['names', 'phones'], ['dates', 'numbers', 'texts'], ['values'], ['times'], ['exact']];

/**
 * @param {string[][]} rooms
 * @param {string} folder that they are in
 * @param {object[]} [patterns] that hold for the folder as a whole: of two configs for a file, ESLint takes the last
 */
function rulesFor(rooms, folder, patterns = []) {
	return rooms.flatMap((level, index) =>
		level.map((room) => {
			const users = [...rooms.slice(0, index).flat(), ...level].filter((other) => other !== room);
			const message = `${room} is used by these, or stands beside them, and so may not use them: see test/rooms.eslint.config.mjs.`;
			const own = users.length === 0 ? [] : [{ group: users.map((user) => `**/${user}/**`), message }];
			const restricted = [...patterns, ...own];
			const files = [`${folder}/${room}/**/*.ts`];
			return restricted.length === 0 ? { files } : { files, rules: { 'no-restricted-imports': ['error', { patterns: restricted }] } };
		}),
	);
}

const rules = rulesFor(ROOMS, 'nodes/Lexer');
const ofRecords = rules.find(({ files }) => files[0] === 'nodes/Lexer/records/**/*.ts')?.rules?.['no-restricted-imports'][1].patterns;

export default tseslint.config(
	{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } },
	...rules,
	...rulesFor(ROOMS_OF_CONVERT, 'nodes/Lexer/records/convert', ofRecords),
);
