import { connect, createServer } from 'node:net';

/**
 * A network link of limited speed in front of a server, for servers that cannot be told to be slow.
 * @param {URL} server
 * @param {number} bytesPerSecond towards the server
 * @param {() => void} onClosed called when a client's connection has been closed
 */
export async function startSlowLink(server, bytesPerSecond, onClosed) {
	/** @type {Set<import('node:net').Socket>} */
	const sockets = new Set();
	const link = createServer((client) => {
		const upstream = connect(Number(server.port || 80), server.hostname);
		for (const socket of [client, upstream]) {
			sockets.add(socket);
			socket.once('close', () => sockets.delete(socket));
			socket.once('error', () => [client, upstream].forEach((end) => end.destroy()));
		}
		client.on('data', (chunk) => {
			client.pause();
			upstream.write(chunk);
			setTimeout(() => client.resume(), (chunk.length / bytesPerSecond) * 1000);
		});
		client.once('end', () => upstream.end());
		client.once('close', () => {
			upstream.destroy();
			onClosed();
		});
		upstream.pipe(client);
	});
	await new Promise((resolve) => link.listen(0, '127.0.0.1', () => resolve(undefined)));
	const { port } = /** @type {import('node:net').AddressInfo} */ (link.address());
	return {
		url: new URL(`http://127.0.0.1:${port}`),
		async close() {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => link.close(resolve));
		},
	};
}
