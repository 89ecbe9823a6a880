// Which folder of nodes/Lexer may import which: each only those that come after it here, and none
// beside it in its line. It is a config of its own because n8n's strict mode wants the package's to
// be n8n's and nothing else.
import tseslint from 'typescript-eslint';

const ROOMS = [['actions'], ['delivery'], ['preparation'], ['parameters'], ['outcomes'], ['transport'], ['source', 'records'], ['timing']];

const rules = ROOMS.slice(1).flatMap((level, index) =>
	level.map((room) => {
		const users = [...ROOMS.slice(0, index + 1).flat(), ...level].filter((other) => other !== room);
		const message = `${room} is used by these, and so may not use them: see ROOMS in test/rooms.eslint.config.mjs.`;
		const patterns = [{ group: users.map((user) => `**/${user}/**`), message }];
		return { files: [`nodes/Lexer/${room}/**/*.ts`], rules: { 'no-restricted-imports': ['error', { patterns }] } };
	}),
);

export default tseslint.config({ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, ...rules);
