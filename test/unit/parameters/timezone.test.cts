import { readConversion } from '../../../nodes/Lexer/parameters/conversion';
import { contextFor } from '../../support/engine.cjs';

const timezoneOf = (timezone: unknown) => {
	const parameters = { resource: 'record', operation: 'upload', conversion: { timezone: '={{ $json.zone }}' } };
	const context = contextFor({ credential: { apiToken: '', baseUrl: '' }, parameters, items: [{ json: { zone: timezone as string } }] });
	return readConversion(context, 0).timezone;
};

it.each([
	['UTC', 'UTC'],
	[' Europe/Berlin ', 'Europe/Berlin'],
	['australia/sydney', 'australia/sydney'],
	['Asia/Calcutta', 'Asia/Calcutta'],
	['', 'UTC'],
])('takes the zone %j', (zone, expected) => {
	expect(timezoneOf(zone)).toBe(expected);
});

it('asks n8n for that of the workflow', () => {
	expect(timezoneOf('workflow')).toMatch(/./);
});

it.each(['Berlin', 'AEDT', 'Mars/Olympus', 'UTC+99', '[object Object]'])('refuses %j, which is none', (zone) => {
	expect(() => timezoneOf(zone)).toThrow(/Timezone/);
});
